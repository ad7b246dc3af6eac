import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { PairingId } from '@qinglan/domain';
import {
  aHouse,
  anOrganisation,
  aPairing,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  type Person,
  type Town,
} from '../../support';

let house: House;
let town: Town;
let administrator: Client;
let lead: Person;
let pairingId: PairingId;
let mentor: Person;
beforeAll(async () => {
  house = await aHouse({ now: '2015-04-01T02:00:00Z' });
  const { id } = await anOrganisation(house);
  administrator = await house.as(await aPerson(house, id, 'administrator'));
  // Years pass in a line.
  await house.sql(`UPDATE session SET expires_at = '2030-01-01'`);
});
beforeEach(async () => {
  house.clock.moveTo('2015-04-01T02:00:00Z');
  await house.sql('TRUNCATE pairing, studio, partnership CASCADE');
  town = await aTown(house);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  const studioId = await aStudio(house, town.aksu.id, lead.id);
  ({ pairingId } = await aPairing(house, { mentor, mentee, studioId, fromDay: '2015-03-01', toDay: null }));
});
afterAll(() => house.close());

const begins = 'pairings';
const rowsOf = async (year: number, query: object = {}, key = begins) => {
  const call = { params: { key }, query: { year, ...query } };
  return (await administrator.call(contracts.listIndicatorRows, call)).body.items;
};
const stateOf = async (year: number, asOf?: string) =>
  (await rowsOf(year, asOf === undefined ? {} : { asOf })).find(({ id }) => id === pairingId)?.fields['state'];
const statesOf = async (year: number) => {
  const call = { params: { key: begins }, query: { year, by: 'state' } };
  const { groups } = (await administrator.call(contracts.readBreakdown, call)).body;
  return groups.map(({ value }) => value);
};
const figure = async (key: string, year: number, query: object = {}) =>
  (await administrator.call(contracts.readIndicator, { params: { key }, query: { year, ...query } })).body.answer
    ?.value;

let version = 0;
const versionOf = async () => {
  const [row] = await house.sql<{ version: number }>('SELECT version FROM pairing WHERE id = $1', [pairingId]);
  return (version = row?.version ?? version);
};
const on = (day: string) => house.clock.moveTo(`${day}T02:00:00Z`);
const dissolves = async (day: string) => {
  on(day);
  const body = { act: 'dissolve' as const, reason: '工作调动' };
  const call = { params: { pairingId }, version: await versionOf(), body };
  expect((await (await house.as(lead)).call(contracts.endPairing, call)).status).toBe(200);
};
const assesses = async (day: string, isBegin: boolean) => {
  on(day);
  const call = { params: { pairingId }, version: await versionOf(), body: { begins: isBegin } };
  expect((await (await house.as(lead)).call(contracts.assessPairing, call)).status).toBe(200);
};
const pauses = async (firstDay: string, lastDay: string) => {
  on(firstDay);
  const keeper = await house.as(lead);
  const params = { pairingId };
  const pause = { params, version: await versionOf(), body: { firstDay, reason: '病假' } };
  expect((await keeper.call(contracts.pausePairing, pause)).status).toBe(200);
  on(lastDay);
  const resume = { params, version: await versionOf(), body: { lastDay } };
  expect((await keeper.call(contracts.resumePairing, resume)).status).toBe(200);
};

describe('a past year', () => {
  it('says of a pairing what was so then: rows, groups and numbers stand when it is dissolved years later', async () => {
    on('2026-08-24');
    const before = [await rowsOf(2015), await statesOf(2015), await figure('pairings-running', 2015)];
    expect([await stateOf(2015), await statesOf(2015)]).toEqual(['active', ['active']]);
    await dissolves('2026-08-25');
    expect([await rowsOf(2015), await statesOf(2015), await figure('pairings-running', 2015)]).toEqual(before);
    expect([await stateOf(2026), await statesOf(2026)]).toEqual(['dissolved', ['dissolved']]);
    expect([await figure('pairings-running', 2026), await figure('pairings-ended-otherwise', 2026)]).toEqual([0, 1]);
    // Nothing was recorded here in 2015: no row is no number.
    expect(await figure('pairings-ended-otherwise', 2015)).toBeNull();
    expect((await rowsOf(2026, {}, 'pairings-ended-otherwise')).map(({ firstDay }) => firstDay)).toEqual([
      '2026-08-25',
    ]);
  });

  it('knows pauses and assessments by their days', async () => {
    await pauses('2015-05-04', '2015-06-30');
    await assesses('2015-12-21', true);
    expect(await stateOf(2015)).toBe('assessing');
    await assesses('2016-01-08', false);
    await assesses('2016-02-01', true);
    await dissolves('2016-03-01');
    on('2026-08-24');
    const days = ['2015-05-03', '2015-05-04', '2015-06-29', '2015-06-30', '2015-12-20', '2015-12-31'];
    expect(await Promise.all(days.map((day) => stateOf(2015, day)))).toEqual([
      ...['active', 'paused', 'paused', 'active', 'active', 'assessing'],
    ]);
    expect(await Promise.all(['2016-01-08', '2016-02-29', '2016-03-01'].map((day) => stateOf(2016, day)))).toEqual([
      ...['active', 'assessing', 'dissolved'],
    ]);
  });

  it('is one to one though the mentor took somebody else the year after', async () => {
    on('2026-08-24');
    const form = async (year: number) => (await rowsOf(year)).map(({ fields }) => fields['form']);
    expect(await form(2015)).toEqual(['one-to-one']);
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    await aPairing(house, { mentor, mentee, fromDay: '2016-03-01', toDay: null });
    expect([await form(2015), await form(2016)]).toEqual([['one-to-one'], ['one-to-many', 'one-to-many']]);
    expect([await figure('pairings-one-to-one', 2015), await figure('pairings-one-to-many', 2015)]).toEqual([1, null]);
  });

  it('does not know when a partnership ended later', async () => {
    on('2026-08-24');
    const rows = async (year: number) => (await rowsOf(year, {}, 'partner-schools')).map(({ lastDay }) => lastDay);
    await house.sql('DELETE FROM partnership');
    await house.sql(
      `INSERT INTO partnership (id, supporting_school_id, receiving_school_id, from_day, evidence)
       VALUES ($1, $2, $3, '2015-03-01', 'stated')`,
      [randomUUID(), town.hangzhou.id, town.aksu.id],
    );
    expect([await rows(2015), await rows(2026)]).toEqual([[null], [null]]);
    await house.sql(`UPDATE partnership SET to_day = '2026-06-30'`);
    expect([await rows(2015), await rows(2026)]).toEqual([[null], ['2026-06-30']]);
  });

  it('counts what is owed in the year in which it fell due, so that nothing done later changes it', async () => {
    on('2026-08-24');
    const shares = [
      ['2015-03-01', '2015-07-10', 7, 7],
      ['2015-09-01', '2016-01-20', 7, 0],
    ];
    const obligation = randomUUID();
    await house.sql(
      `INSERT INTO obligation (id, pairing_id, owed_by, kind, number, per) VALUES ($1, $2, 'mentor', 'mentor-hears', 7, 'term')`,
      [obligation, pairingId],
    );
    for (const share of shares)
      await house.sql(
        `INSERT INTO obligation_share (obligation_id, pairing_id, kind, first_day, last_day, due, done)
         VALUES ($1, $2, 'mentor-hears', $3, $4, $5, $6)`,
        [obligation, pairingId, ...share],
      );
    const told = async (year: number) => [await figure('obligations', year), await figure('obligations-met', year)];
    expect([await told(2015), await told(2016)]).toEqual([
      [1, 1],
      [1, null],
    ]);
    await house.sql(`UPDATE obligation_share SET done = 7 WHERE last_day = '2016-01-20'`);
    expect([await told(2015), await told(2016)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('the evidence of a row', () => {
  const evidence = async (query: object) => {
    const params = { source: 'pairing' as const, id: pairingId };
    return (await administrator.call(contracts.readReportRow, { params, query })).body;
  };

  it('says what was so on the day, and beside it what is so now', async () => {
    await dissolves('2026-08-25');
    const seen = await evidence({ asOf: '2015-12-31' });
    expect([seen.asOf, seen.row.fields['state'], seen.now?.fields['state']]).toEqual([
      ...['2015-12-31', 'active', 'dissolved'],
    ]);
    expect([seen.row.lastDay, seen.now?.lastDay]).toEqual([null, '2026-08-25']);
    const today = await evidence({});
    expect([today.asOf, today.now, today.row.fields['state']]).toEqual([null, null, 'dissolved']);
    expect((await evidence({ asOf: '2027-12-31' })).asOf).toBeNull();
  });
});
