import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listMentorLoads,
  listPairingsToActOn,
  readObligationTotals,
  readTrackingFigures,
  type TrackingFilters,
} from '@qinglan/contracts';
import type { PairingId, StudioId } from '@qinglan/domain';
import { aHouse, aPerson, aTown, Client, type House, type Person, type Town } from '../../support';
import { aLedStudio, aTracked, now, type TrackedWish, type Two, twoOf } from './tracked';

let house: House;
let town: Town;
let two: Two;
let studioId: StudioId;
let lead: Person;
beforeAll(async () => {
  house = await aHouse({ now });
});
// Nothing of other tests is seen by who sees everything: each has a database without pairings.
beforeEach(async () => {
  await house.sql('TRUNCATE pairing, studio CASCADE');
  town = await aTown(house);
  two = await twoOf(house, town);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  studioId = await aLedStudio(house, town, lead);
});
afterAll(() => house.close());

const tracked = (wish: TrackedWish = {}, whose: Two = two) => aTracked(house, whose, wish);

async function listed(client: Client, filters: TrackingFilters = {}): Promise<readonly PairingId[]> {
  const { body } = await client.call(listPairingsToActOn, { query: filters });
  return body.items.map(({ pairingId }) => pairingId);
}

describe('the list to act on', () => {
  it('says who, what stands worst, and for how long nobody came', async () => {
    const shares = [
      { begun: 80, lasts: 100, due: 8, done: 3 },
      { begun: 60, lasts: 100, due: 8, done: 2 },
    ];
    const pairingId = await tracked({ contact: 25, shares, studioId, signatures: 1, submitted: [9] });
    const { items } = (await (await house.as(lead)).call(listPairingsToActOn)).body;
    expect(items).toEqual([
      {
        pairingId,
        mentor: { id: two.mentor.id, name: two.mentor.name, school: town.hangzhou.name },
        mentee: { id: two.mentee.id, name: two.mentee.name, school: town.aksu.name },
        studio: '高中数学',
        state: 'active',
        waitingSince: '2026-11-01',
        waitingDays: 25,
        toDay: '2027-06-14',
        agreementState: 'written',
        hasRevision: false,
        reasons: ['no-contact', 'obligation-red', 'obligation-amber', 'agreement-unsigned', 'countersign-waiting'],
        worst: { kind: 'mentor-hears', due: 8, done: 3, lastDay: '2026-12-15', tone: 'red' },
      },
    ]);
  });

  it('expects nobody to come or to pay past the last day: only the end is to be decided', async () => {
    await tracked({ contact: 90, end: 1, shares: [{ begun: 80, lasts: 100, due: 8, done: 0 }] });
    const { items } = (await (await house.as(town.administrator)).call(listPairingsToActOn)).body;
    expect(items).toMatchObject([{ reasons: ['end-overdue'], worst: null }]);
    expect((await (await house.as(town.administrator)).call(readTrackingFigures)).body).toMatchObject({
      running: 0,
      waiting: 0,
      red: 0,
      overdue: 1,
    });
  });

  it('keeps what ended unpaid in the term that runs, red, until it is paid', async () => {
    const administrator = await house.as(town.administrator);
    const seen = async () => {
      const { red } = (await administrator.call(readTrackingFigures)).body;
      const totals = (await administrator.call(readObligationTotals)).body.items.map((one) => one.red);
      const { items } = (await administrator.call(listPairingsToActOn)).body;
      return { red, totals, listed: items.map(({ reasons, worst }) => [reasons, worst?.tone]) };
    };
    // Two discussions in September, none held.
    const pairingId = await tracked({ contact: -5, shares: [{ begun: 86, lasts: 30, due: 2, done: 0 }] });
    const owed = { red: 1, totals: [1], listed: [[['obligation-red'], 'red']] };
    const nothing = { red: 0, totals: [], listed: [] };
    const days = ['2026-09-30', '2026-10-01', '2026-11-26', '2027-01-17'];
    // The term is over; for 120 days from its end the share is remembered.
    const vacation = ['2027-01-28', '2027-01-29'];
    const found: unknown[] = [];
    for (const day of [...days, ...vacation]) {
      house.clock.moveTo(`${day}T02:00:00Z`);
      await house.sql('UPDATE pairing SET last_contact_on = $1', [day]);
      found.push(await seen());
    }
    house.clock.moveTo(now);
    expect(found).toEqual([...days.map(() => owed), owed, nothing]);
    await house.sql('UPDATE obligation_share SET done = 2 WHERE pairing_id = $1', [pairingId]);
    expect(await seen()).toEqual(nothing);
  });

  it('goes by the term of the mentee’s side where the two sides differ', async () => {
    await house.sql(`UPDATE term SET first_monday = '2026-09-07' WHERE side_id = 'aksu'`);
    const over = { begun: 116, lasts: 33, due: 2, done: 0 };
    const toHangzhou = { mentor: two.mentee, mentee: two.mentor };
    await tracked({ contact: 1, shares: [over] });
    const owing = await tracked({ contact: 1, shares: [over] }, toHangzhou);
    expect(await listed(await house.as(town.administrator))).toEqual([owing]);
    await house.sql(`UPDATE term SET first_monday = '2026-08-31' WHERE side_id = 'aksu'`);
  });

  it('does not forget an observation that was replied to and not countersigned', async () => {
    await tracked({ contact: 1, replied: [8] });
    const { items } = (await (await house.as(town.administrator)).call(listPairingsToActOn)).body;
    expect(items).toMatchObject([{ reasons: ['countersign-waiting'] }]);
  });

  it('names pairings that wait for the word of the two for more than 7 days', async () => {
    await tracked({ state: 'consenting', began: -30, asked: 7 });
    const waiting = await tracked({ state: 'consenting', began: -30, asked: 8 }, await twoOf(house, town));
    const { items } = (await (await house.as(town.aksu.coordinator)).call(listPairingsToActOn)).body;
    expect(items).toMatchObject([{ pairingId: waiting, reasons: ['consent-waiting'], waitingDays: 0 }]);
  });

  it('is narrowed by a reason, whichever comes first', async () => {
    const red = { begun: 80, lasts: 100, due: 8, done: 3 };
    const both = await tracked({ contact: 30, shares: [red] });
    const only = await tracked({ contact: 3, shares: [red], began: 61 });
    await tracked({ contact: 50, began: 62 });
    const administrator = await house.as(town.administrator);
    const ask = async (query: object) =>
      (await administrator.call(listPairingsToActOn, { query })).body.items.map(({ pairingId }) => pairingId);
    expect(await ask({ reason: 'obligation-red' })).toEqual([both, only]);
    expect(await ask({ reason: 'obligation-red', state: 'paused' })).toEqual([]);
    expect(await ask({ reason: 'countersign-waiting' })).toEqual([]);
  });

  it('refuses a place that it did not give', async () => {
    const administrator = await house.as(town.administrator);
    for (const contract of [listPairingsToActOn, listMentorLoads])
      expect((await administrator.call(contract, { query: { after: 'bm9uc2Vuc2U' } })).status).toBe(400);
  });
});
