import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Threads } from '@qinglan/api-platform';
import { askMatchingProposal, downloadTracking } from '@qinglan/contracts';
import type { MatchingRoundId } from '@qinglan/domain';
import { aHouse, aMatchingRound, aPairing, aPerson, aTown, type Client, type House, type Town } from '../../support';
import { demoFiles, handOver } from '../register/hand-over';

let house: House;
let town: Town;
let administrator: Client;
let roundId: MatchingRoundId;
beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  await aPairing(house, { mentor, mentee });
  const other = await aPerson(house, town.aksu.id, 'mentee');
  ({ roundId } = await aMatchingRound(house, { mentors: [mentor], mentees: [other] }));
});
afterAll(() => house.close());

/** Takes every seat and fills the queue; gives back what empties both. */
async function crowded(): Promise<() => Promise<void>> {
  const threads = house.app.get(Threads);
  const leaves = [await threads.enter(), await threads.enter()];
  const queue = Array.from({ length: 8 }, () => threads.enter().then((leave) => leave()));
  return async () => {
    leaves.forEach((leave) => leave());
    await Promise.all(queue);
  };
}

const aBook = (init: RequestInit = {}) => administrator.raw(`/api${downloadTracking.path}`, init);
const aPlan = () => administrator.call(askMatchingProposal, { params: { roundId }, version: 1 });
const aTrial = () => handOver(administrator, demoFiles(), { dryRun: true });

describe('what works in threads', () => {
  it('shares one queue: beyond it everybody is told to come again, and served once it is empty', async () => {
    const empty = await crowded();
    const [book, plan, trial] = [await aBook(), await aPlan(), await aTrial()];
    expect([book.status, plan.status, trial.status]).toEqual([503, 503, 503]);
    expect([book.headers.get('retry-after'), plan.headers.get('retry-after')]).toEqual(['10', '10']);
    expect([await book.json(), plan.problem, trial.problem]).toMatchObject(Array(3).fill({ type: '/problems/busy' }));
    await empty();
    const again = await aBook();
    expect([again.status, (await aPlan()).status, (await aTrial()).status]).toEqual([200, 200, 200]);
    await again.arrayBuffer();
  });

  it('waits its turn: of eight workbooks at once each is written', async () => {
    const books = await Promise.all(Array.from({ length: 8 }, () => aBook().then((book) => book.arrayBuffer())));
    expect(books.every(({ byteLength }) => byteLength > 1000)).toBe(true);
  });

  it('leaves its seat, also where whoever asked has hung up', async () => {
    const asked = Array.from({ length: 6 }, async (_, nth) => {
      const leaving = new AbortController();
      const answer = await aBook({ signal: leaving.signal });
      if (nth % 2 === 0) leaving.abort();
      return answer.arrayBuffer().catch(() => null);
    });
    await Promise.all(asked);
    const empty = await crowded();
    await empty();
  });
});
