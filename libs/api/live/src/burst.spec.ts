import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bursts, burstMs } from './burst';

describe('a burst of changes', () => {
  let sent: (readonly number[])[];
  let bursts: Bursts<number>;
  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    bursts = new Bursts((batch) => sent.push(batch));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes out at once where it was quiet, and as one where it was not', () => {
    [1, 2, 3].forEach((change) => bursts.push('room', change));
    expect(sent).toEqual([[1]]);
    jest.advanceTimersByTime(burstMs);
    expect(sent).toEqual([[1], [2, 3]]);
  });

  it('that goes on is sent ten times a second, and costs nothing when it ends', () => {
    for (let change = 0; change < 20; change += 1) {
      bursts.push('room', change);
      jest.advanceTimersByTime(20);
    }
    expect(sent.length).toBe(5);
    jest.advanceTimersByTime(3 * burstMs);
    expect(sent.flat()).toHaveLength(20);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('of one key leaves another alone', () => {
    bursts.push('room', 1);
    bursts.push('hall', 2);
    expect(sent).toEqual([[1], [2]]);
  });

  it('is forgotten at the end', () => {
    bursts.push('room', 1);
    bursts.push('room', 2);
    bursts.stop();
    jest.advanceTimersByTime(burstMs);
    expect(sent).toEqual([[1]]);
  });
});
