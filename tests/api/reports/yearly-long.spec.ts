import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import {
  aHouse,
  asksForFreeze,
  aYear,
  bothApprove,
  draftOf,
  type House,
  opensYear,
  until,
  type YearMade,
} from '../../support';
import { aReportedTown } from './reported';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

describe('a freeze', () => {
  it('of many rows is cancelled in its midst, and the draft can be written at once', async () => {
    const reported = await aReportedTown(house);
    const wish = { at: '2026-03-10T03:00:00Z', state: 'verified', pair: 0, minutes: 30, isMakeUp: false };
    await reported.make({ ...wish, many: 20_000 });
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    const progress = async () => (await year.hangzhou.call(contracts.readYearlyProgress, { params: { issueId } })).body;
    await until(async () => (await progress()).step === 'rows', 'the rows');
    const call = { params: { issueId } };
    expect((await year.hangzhou.call(contracts.cancelYearlyFreeze, call)).body.state).toBe('cancelled');
    const { sections } = await draftOf(year);
    const { version } = await draftOf(year);
    const order = { params: { year: 2026 }, version, body: { sections: sections.map(({ code }) => code) } };
    expect((await year.hangzhou.call(contracts.orderYearlySections, order)).status).toBe(200);
    await house.app.get(Transactions).locked('yearly-freeze-2026', () => Promise.resolve());
    for (const table of ['yearly_issue', 'yearly_issue_row', 'yearly_issue_block', 'yearly_file'])
      expect([table, await house.sql(`SELECT 1 FROM ${table} LIMIT 1`)]).toEqual([table, []]);
    expect((await progress()).state).toBe('cancelled');
  });
});
