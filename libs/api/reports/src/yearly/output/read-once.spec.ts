import { describe, expect, it } from '@jest/globals';
import { readOnce } from './read-once';

describe('what is read once', () => {
  it('is read for all who ask, together or later', async () => {
    let times = 0;
    const read = readOnce(() => Promise.resolve(++times));
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    expect(await read()).toBe(1);
  });

  it('is read again after a reading that failed, which those who waited for it are told', async () => {
    let times = 0;
    const read = readOnce(() =>
      ++times === 1 ? Promise.reject(new Error('too many open files')) : Promise.resolve(times),
    );
    const told = await Promise.allSettled([read(), read()]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await read()).toBe(2);
    expect(await read()).toBe(2);
  });
});
