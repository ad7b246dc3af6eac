import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refused } from './refused';
import { Ticker } from './ticker';

const everyMs = 1000;
/** One turn of everything that is due. */
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('a ticker', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const aTicker = (act: () => Promise<unknown>) => {
    const said: string[] = [];
    const log = { error: (_about: object, message: string) => void said.push(message) };
    return { said, ticker: new Ticker({ everyMs, act, failed: 'it failed' }, log as never) };
  };

  it('acts at each tick from start to stop, and not before, twice as often or after', async () => {
    let acts = 0;
    const { ticker } = aTicker(async () => void (acts += 1));
    await jest.advanceTimersByTimeAsync(3 * everyMs);
    expect(acts).toBe(0);
    ticker.start();
    ticker.start();
    await jest.advanceTimersByTimeAsync(3 * everyMs);
    expect(acts).toBe(3);
    await ticker.stop();
    await jest.advanceTimersByTimeAsync(3 * everyMs);
    expect(acts).toBe(3);
  });

  it('never overtakes itself, and is stopped only once the run under way has ended', async () => {
    let [running, most, ended] = [0, 0, false];
    const slow = Promise.withResolvers<undefined>();
    const { ticker } = aTicker(async () => {
      most = Math.max(most, (running += 1));
      await slow.promise;
      running -= 1;
    });
    ticker.start();
    await jest.advanceTimersByTimeAsync(5 * everyMs);
    expect([running, most]).toEqual([1, 1]);
    const stopped = ticker.stop().then(() => (ended = true));
    await settle();
    expect(ended).toBe(false);
    slow.resolve(undefined);
    await stopped;
    expect(running).toBe(0);
  });

  it('goes on after a failure, says it once, and anew when it failed after it had gone well', async () => {
    let outcome: 'fails' | 'goes well' = 'fails';
    const { ticker, said } = aTicker(() => (outcome === 'fails' ? Promise.reject(new Error('no')) : Promise.resolve()));
    ticker.start();
    await jest.advanceTimersByTimeAsync(5 * everyMs);
    expect(said).toEqual(['it failed']);
    outcome = 'goes well';
    await jest.advanceTimersByTimeAsync(everyMs);
    outcome = 'fails';
    await jest.advanceTimersByTimeAsync(2 * everyMs);
    expect(said).toEqual(['it failed', 'it failed']);
    await ticker.stop();
  });

  it('says nothing of a database that is away', async () => {
    const { ticker, said } = aTicker(() => Promise.reject(new Refused('database-away')));
    ticker.start();
    await jest.advanceTimersByTimeAsync(2 * everyMs);
    expect(said).toEqual([]);
    await ticker.stop();
  });
});
