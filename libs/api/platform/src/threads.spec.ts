import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refused } from './refused';
import { Threads } from './threads';

const limits = { atOnce: 2, waiting: 3, patienceMs: 1000 };
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('the seats of threads', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Work that ends when it is told to. */
  const aHall = () => {
    const threads = new Threads(limits);
    const [begun, refused]: [number[], unknown[]] = [[], []];
    const ends = new Map<number, () => void>();
    const come = (nth: number) =>
      threads
        .use(() => {
          begun.push(nth);
          return new Promise<void>((done) => ends.set(nth, done));
        })
        .catch((error: unknown) => refused.push(error));
    const end = async (nth: number) => {
      ends.get(nth)?.();
      await settle();
    };
    return { threads, begun, refused, come, end };
  };

  it('are taken two at a time, in the order in which one came', async () => {
    const { begun, come, end } = aHall();
    for (const nth of [1, 2, 3, 4]) void come(nth);
    await settle();
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect(begun).toEqual([1, 2, 3]);
    await end(1);
    await end(3);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('have a queue that ends: who comes beyond it is told to come again', async () => {
    const { begun, refused, come, end } = aHall();
    for (const nth of [1, 2, 3, 4, 5, 6]) void come(nth);
    await settle();
    expect(refused).toMatchObject([{ kind: 'busy', extras: { retryAfterSeconds: 10 } }]);
    expect(refused[0]).toBeInstanceOf(Refused);
    for (const nth of [1, 2, 3, 4]) await end(nth);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    // All seats are free again.
    await end(5);
    for (const nth of [7, 8]) void come(nth);
    await settle();
    expect(begun.slice(-2)).toEqual([7, 8]);
  });

  it('are waited for so long and no longer, and whoever gave up takes none', async () => {
    const { begun, refused, come, end } = aHall();
    for (const nth of [1, 2, 3]) void come(nth);
    await jest.advanceTimersByTimeAsync(limits.patienceMs);
    expect(refused).toMatchObject([{ kind: 'busy' }]);
    await end(1);
    void come(4);
    await settle();
    expect(begun).toEqual([1, 2, 4]);
  });

  it('are left once, however often it is said, and also by work that fails', async () => {
    const { threads, begun, come } = aHall();
    await expect(threads.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const leave = await threads.enter();
    leave();
    leave();
    for (const nth of [1, 2, 3]) void come(nth);
    await settle();
    expect(begun).toEqual([1, 2]);
  });
});
