import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { anIssue, aHouse, aYear, draftOf, type House, opensYear, type YearMade } from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await house.sql('TRUNCATE yearly_report, pairing, studio, lesson, programme_item CASCADE');
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

describe('a frozen report', () => {
  it('holds numbers, rows, definitions and a hash', async () => {
    const draft = await draftOf(year);
    console.log(
      JSON.stringify(draft).length,
      draft.content.figures.length,
      JSON.stringify(draft.content.sections[0]?.text.zh),
    );
    const issue = await anIssue(year);
    console.log(JSON.stringify(issue.files));
    const check = await year.hangzhou.call(contracts.checkYearlyIssue, { params: { issueId: issue.id } });
    console.log(check.body);
    expect(check.body.isSound).toBe(true);
    const rows = await year.hangzhou.call(contracts.listYearlyIssueRows, {
      params: { issueId: issue.id, key: 'pairings' },
    });
    console.log(JSON.stringify(rows.body));
  });
});
