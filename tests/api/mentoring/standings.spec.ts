import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { pairingStanding, pairingStandings, pairingStates, type PairingStanding, Temporal } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import {
  aHouse,
  aPairing,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  inCohort,
  type Person,
} from '../../support';

const today = '2026-11-26';
const lastDays = ['2026-11-25', today, '2027-07-31', null] as const;
const cohort = '第九期';

let house: House;
let administrator: Client;
let mentor: Person;
let studioId: string;
const expected = new Map<PairingStanding, number>();

/** Every state with every sort of last day, all of one mentor, in one studio and one cohort. */
beforeAll(async () => {
  house = await aHouse({ now: `${today}T02:00:00Z` });
  const town = await aTown(house);
  administrator = await house.as(town.administrator);
  mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  await inCohort(house, mentor, cohort);
  const studio = await aStudio(house, town.aksu.id);
  studioId = studio;
  for (const state of pairingStates)
    for (const toDay of lastDays) {
      const mentee = await aPerson(house, town.aksu.id, 'mentee');
      await aPairing(house, { mentor, mentee, studioId: studio, state, toDay });
      const lastDay = toDay === null ? null : Temporal.PlainDate.from(toDay);
      const standing = pairingStanding({ state, lastDay }, Temporal.PlainDate.from(today));
      expected.set(standing, (expected.get(standing) ?? 0) + 1);
    }
});
afterAll(() => house.close());

const count = (standing: PairingStanding): number => expected.get(standing) ?? 0;
const pairings = async (query: object) => {
  const asMentor = await house.as(mentor);
  return (await asMentor.call(contracts.listPairings, { query: { as: 'mentor', limit: 200, ...query } })).body.items;
};

/** The words of the column 状态 of the workbook. */
async function statesOfBook(): Promise<readonly string[]> {
  const response = await administrator.raw('/api/tracking/pairings.xlsx', { headers: { 'accept-language': 'zh' } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book.worksheets[0]?.getColumn(9).values.slice(2).map(String) ?? [];
}

describe('the same pairings, counted in many places', () => {
  it('are eleven states with four last days each, counted in four ways by the rule', () => {
    expect(pairingStandings.map(count)).toEqual([12, 9, 3, 20]);
  });

  it('are the same on the board', async () => {
    const { running, asked, overdue } = (await administrator.call(contracts.readTrackingFigures, {})).body;
    expect({ running, asked, overdue }).toEqual({
      ...{ running: count('running'), asked: count('asked'), overdue: count('overdue') },
    });
    const { items } = (await administrator.call(contracts.listMentorLoads, {})).body;
    expect(items.map((one) => one.running)).toEqual([count('running')]);
    const listed = await administrator.call(contracts.listPairingsToActOn, { query: { state: 'running', limit: 200 } });
    expect(listed.body.items).toHaveLength(count('running'));
  });

  it('are the same at their studio', async () => {
    const { items } = (await administrator.call(contracts.listStudios, {})).body;
    const studio = items.find(({ id }) => id === studioId);
    expect(studio).toMatchObject({
      ...{ mentors: 1, mentees: count('running'), pairings: count('running'), overdue: count('overdue') },
    });
  });

  it('are the same in their cohort, and each count opens its rows', async () => {
    const view = (await administrator.call(contracts.readCohort, { params: { cohort } })).body;
    const ways = ['asked', 'running', 'overdue'] as const;
    for (const state of ways) {
      expect([state, view[state]]).toEqual([state, count(state)]);
      const query = { state, limit: 200 };
      const { items } = (await administrator.call(contracts.listCohortPairings, { params: { cohort }, query })).body;
      expect(items).toHaveLength(count(state));
    }
  });

  it('are the same at home', async () => {
    expect(await pairings({ state: 'running' })).toHaveLength(count('running'));
    expect(await pairings({ state: 'overdue' })).toHaveLength(count('overdue'));
    expect(await pairings({ state: 'ended' })).toHaveLength(count('ended'));
    expect(await pairings({ state: 'current' })).toHaveLength(count('running') + count('asked'));
    expect(await pairings({ state: 'open' })).toHaveLength(44 - count('ended'));
  });

  it('are the same in the workbook', async () => {
    const states = await statesOfBook();
    expect(states.filter((one) => one === '期满未结')).toHaveLength(count('overdue'));
    expect(states.filter((one) => ['结对中', '暂停', '出师考核中'].includes(one))).toHaveLength(count('running'));
    expect(states).toHaveLength(44);
  });
});
