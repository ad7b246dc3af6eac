import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RenewShares } from '@qinglan/api-mentoring';
import * as contracts from '@qinglan/contracts';
import type { ObligationTerms, PairingId } from '@qinglan/domain';
import {
  aHandCounted,
  aHouse,
  anOrganisation,
  aPairing,
  type PairingWish,
  aPerson,
  aTown,
  type Client,
  type House,
  type Person,
  type Town,
} from '../../support';

const hears: ObligationTerms = { owedBy: 'mentor', kind: 'mentor-hears', number: 2, per: 'month' };
const talks: ObligationTerms = { owedBy: 'mentor', kind: 'discussion', number: 1, per: 'year' };

let house: House;
let town: Town;
let administrator: Client;
let [mentor, mentee]: Person[] = [];
let pairingId: PairingId;
beforeAll(async () => {
  house = await aHouse({ now: '2015-03-02T02:00:00Z' });
  const { id } = await anOrganisation(house);
  administrator = await house.as(await aPerson(house, id, 'administrator'));
});
beforeEach(async () => {
  on('2015-03-02');
  await house.sql('TRUNCATE pairing, studio CASCADE');
  town = await aTown(house);
  mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  mentee = await aPerson(house, town.aksu.id, 'mentee');
});
afterAll(() => house.close());

const on = (day: string) => house.clock.moveTo(`${day}T02:00:00Z`);
const two = () => ({ mentor, mentee }) as { mentor: Person; mentee: Person };
/** Years pass in a line: nobody signs in anew for them. */
async function as(who: Person): Promise<Client> {
  const client = await house.as(who);
  await house.sql(`UPDATE session SET expires_at = '2030-01-01'`);
  return client;
}
const renews = async () => {
  await house.sql('UPDATE pairing SET shares_of = NULL');
  await house.app.get<RenewShares>(RenewShares as never, { strict: false }).execute();
};
const makes = async (wish: Partial<PairingWish>) => {
  ({ pairingId } = await aPairing(house, { ...two(), fromDay: '2015-03-01', toDay: null, ...wish }));
  await renews();
};
const version = async () => {
  const [row] = await house.sql<{ version: number }>('SELECT version FROM pairing WHERE id = $1', [pairingId]);
  return row?.version ?? 0;
};
const ends = async (day: string, wish: object = { act: 'dissolve', reason: '工作调动' }) => {
  on(day);
  const call = { params: { pairingId }, version: await version(), body: wish };
  const ended = await (await as(await aCoordinator())).call(contracts.endPairing, call as never);
  expect(ended.status).toBe(200);
};
const aCoordinator = async () => town.aksu.coordinator;
const signs = async (people: readonly Person[] = [two().mentor, two().mentee, town.aksu.coordinator]) => {
  for (const person of people) {
    const client = await as(person);
    const signed = await client.call(contracts.signAgreement, { params: { pairingId }, version: await version() });
    expect(signed.status).toBe(200);
  }
};
const writes = async (text: object) => {
  const body = { templateId: null, clauses: '', obligations: [hears], ...text };
  const client = await as(town.aksu.coordinator);
  const call = { params: { pairingId }, version: await version(), body };
  expect((await client.call(contracts.saveAgreement, call as never)).status).toBe(200);
};

const keys = ['mentors', 'mentees', 'pairings', 'pairings-running', 'pairings-ended-otherwise'];
async function told(year: number, asked: readonly string[] = keys) {
  await house.sql(`UPDATE session SET expires_at = '2030-01-01'`);
  const read = async (key: string) =>
    (await administrator.call(contracts.readIndicator, { params: { key }, query: { year } })).body.answer?.value ?? 0;
  const found: number[] = [];
  for (const key of asked) found.push(await read(key));
  return found;
}
const states = async (year: number) => {
  const query = { year, by: 'state' };
  const { body } = await administrator.call(contracts.readBreakdown, { params: { key: 'pairings' }, query });
  return body.groups.map(({ value }) => value);
};

describe('a text that is signed the year after', () => {
  const owed = ['obligations', 'obligations-met'];

  it('leaves the year as it was: who was paired, how long it was agreed, and what was owed and met', async () => {
    await makes({ obligations: [hears] });
    for (const onDay of ['2015-04-08', '2015-04-09', '2015-05-11'])
      await aHandCounted(house, { pairingId, kind: 'mentor-hears', by: two().mentor, onDay });
    await renews();
    on('2016-01-12');
    const before = [await told(2015), await told(2015, owed), await states(2015)];
    expect(before).toEqual([[1, 1, 1, 1, 0], [10, 1], ['active']]);
    await writes({ fromDay: '2016-01-01', toDay: '2016-12-31', obligations: [talks] });
    await signs();
    expect([await told(2015), await told(2015, owed), await states(2015)]).toEqual(before);
    // What the register knew of the end is what 2015 knows.
    const rows = async (year: number) =>
      (await administrator.call(contracts.listIndicatorRows, { params: { key: 'pairings' }, query: { year } })).body
        .items;
    expect((await rows(2015)).map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([['2015-03-01', null]]);
    expect((await rows(2016)).map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ['2015-03-01', '2016-12-31'],
    ]);
    // One of the new text for each year of the pairing that ends in it.
    on('2016-12-31');
    expect(await told(2016, ['pairings', 'pairings-running', ...owed])).toEqual([1, 1, 2, 0]);
  });

  it('owes of a kind from where the earlier one ended, and what was counted by then stays counted', async () => {
    await makes({ obligations: [hears], fromDay: '2015-03-01', toDay: '2015-12-31' });
    on('2015-06-20');
    await writes({ fromDay: '2015-03-01', toDay: '2016-02-29', obligations: [{ ...hears, number: 3, per: 'year' }] });
    await signs();
    const shares = () =>
      house.sql<{ first: string; last: string; due: number; done: number }>(
        `SELECT first_day::text AS first, last_day::text AS last, due, done FROM obligation_share ORDER BY first_day`,
      );
    const first = ['2015-03-01', '2015-04-01', '2015-05-01', '2015-06-01'];
    expect((await shares()).map((share) => share.first)).toEqual(first);
    expect((await shares()).at(-1)).toMatchObject({ first: '2015-06-01', last: '2016-02-29', due: 2 });
    await aHandCounted(house, { pairingId, kind: 'mentor-hears', by: two().mentor, onDay: '2015-04-08' });
    await house.sql(`UPDATE obligation_share SET done = 1 WHERE first_day = '2015-04-01'`);
    await renews();
    expect((await shares()).map(({ done }) => done)).toEqual([0, 1, 0, 0]);
    await ends('2015-07-10');
    expect((await shares()).map((share) => share.first)).toEqual(first);
    expect((await shares()).at(-1)).toMatchObject({ last: '2015-07-10', due: 0 });
  });
});

describe('a pairing that was agreed on', () => {
  it('is none of the year before the third name, and never one where it was dissolved without', async () => {
    await makes({ state: 'agreed', obligations: [hears] });
    on('2016-01-05');
    const before = await told(2015);
    expect(before).toEqual([0, 0, 0, 0, 0]);
    await ends('2016-03-01');
    expect([await told(2015), await told(2016)]).toEqual([before, before]);
  });

  it('begins with the third name', async () => {
    await makes({ state: 'agreed', obligations: [hears] });
    on('2016-01-05');
    await signs();
    expect([await told(2015), (await told(2016)).slice(0, 4)]).toEqual([
      [0, 0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
  });
});

describe('a pairing past its last day', () => {
  it('runs on that day and is 期满未结 after it; closed the year after, it ends in that year', async () => {
    await makes({ toDay: '2015-08-31' });
    on('2015-08-31');
    expect(await told(2015, ['pairings-running'])).toEqual([1]);
    on('2016-03-01');
    const before = [await told(2015), await states(2015)];
    expect(before).toEqual([[1, 1, 1, 0, 0], ['overdue']]);
    expect((await told(2016)).slice(0, 4)).toEqual([0, 0, 0, 0]);
    await ends('2016-03-02');
    expect([await told(2015), await states(2015)]).toEqual(before);
    expect(await told(2016, ['pairings-ended-otherwise'])).toEqual([1]);
  });
});

describe('a pairing that is extended on the last day of the year', () => {
  it('has ended when the day is over, and what carries it on runs from the day after', async () => {
    await makes({ toDay: '2016-07-31' });
    await ends('2015-12-31', {
      ...{ act: 'extend', reason: '再带一年', toDay: '2017-07-31', atDistance: true },
      newPairingId: crypto.randomUUID(),
    });
    on('2016-01-02');
    expect(await told(2015, ['pairings', 'pairings-running', 'pairings-ended-otherwise'])).toEqual([1, 0, 1]);
    expect(await told(2016, ['pairings', 'pairings-running'])).toEqual([1, 1]);
  });
});
