import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import {
  anIssue,
  approves,
  asksForFreeze,
  aHouse,
  aStudio,
  aYear,
  bothApprove,
  draftOf,
  freezeOver,
  type House,
  nothingReported,
  opensYear,
  type YearMade,
} from '../../support';
import { aReportedTown } from './reported';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await nothingReported(house);
  await house.sql('SELECT lesson_tally_rebuild()');
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

/** Says something else of rows, and nothing in words or numbers. */
const restated = () => house.sql('UPDATE pairing SET at_distance = NOT at_distance');
const subjects = (changes: contracts.YearlyReportView['changes']) =>
  changes.map(({ kind, subject }) => [kind, subject]);

describe('what a draft announces', () => {
  it('is what the correction stores, rows that say something else at the same number included', async () => {
    await anIssue(year);
    expect(await draftOf(year)).toMatchObject({ changes: [], areRowsCompared: true });
    await restated();
    await aStudio(house, year.town.hangzhou.id);
    const { changes } = await draftOf(year);
    expect(subjects(changes)).toContainEqual(['rows-changed', 'mentors']);
    expect(subjects(changes)).toContainEqual(['figure-changed', 'studios']);
    const second = await anIssue(year, '改为远程');
    expect(second.changesList).toEqual(changes);
    expect((await draftOf(year)).changes).toEqual([]);
  });

  it('is nothing where rows stand in another order, or say nothing else', async () => {
    const town = await aReportedTown(house);
    const wish = { state: 'verified', pair: 0, minutes: 40, isMakeUp: false, many: 3 };
    const [first] = await town.make({ ...wish, at: '2026-05-06T02:00:00Z' });
    await town.make({ ...wish, at: '2026-05-06T04:00:00Z' });
    await anIssue(year);
    await house.sql(
      `UPDATE lesson SET starts_at = starts_at + interval '5 hours', ends_at = ends_at + interval '5 hours' WHERE id = $1`,
      [first],
    );
    expect((await draftOf(year)).changes).toEqual([]);
    await house.sql(`UPDATE lesson SET subject = '语文' WHERE id = $1`, [first]);
    expect(subjects((await draftOf(year)).changes)).toContainEqual(['rows-changed', 'lessons-verified']);
  });

  it('compares what an issue knew of its rows, and not what rows show since', async () => {
    await anIssue(year);
    await house.sql('ALTER TABLE yearly_issue_row DISABLE TRIGGER USER');
    await house.sql(`UPDATE yearly_issue_row SET fields = fields - 'form'`);
    await house.sql('ALTER TABLE yearly_issue_row ENABLE TRIGGER USER');
    expect((await draftOf(year)).changes).toEqual([]);
    await restated();
    expect((await draftOf(year)).changes.length).toBeGreaterThan(0);
  });

  it('is of numbers and words alone where a page would take long, until somebody asks for the rows', async () => {
    await anIssue(year);
    const town = await aReportedTown(house);
    const wish = { state: 'verified', pair: 0, minutes: 40, isMakeUp: false, many: 6000 };
    await town.make({ ...wish, at: '2026-05-06T02:00:00Z' });
    await restated();
    const rowsChanged = ({ changes }: contracts.YearlyReportView) =>
      subjects(changes).some(([kind, subject]) => kind === 'rows-changed' && subject === 'pairings');
    const draft = await draftOf(year);
    expect([draft.areRowsCompared, draft.changes.length > 0, rowsChanged(draft)]).toEqual([false, true, false]);
    const asked = { params: { year: year.year }, query: { rows: 'compared' as const } };
    const whole = (await year.hangzhou.call(contracts.readYearlyReport, asked)).body;
    expect([whole.areRowsCompared, rowsChanged(whole)]).toEqual([true, true]);
  });
});

describe('a number that came to be known', () => {
  it('is told as a number, and not as other words: neither of an approval nor of an issue', async () => {
    await house.sql(
      `INSERT INTO programme_item (id, code, category, title, year, first_day, last_day, certainty)
       VALUES (gen_random_uuid(), 'V-1', 'teaching-visit', '送教', $1, $2, $2, 'stated')`,
      [year.year, `${String(year.year)}-05-06`],
    );
    const words = async () => JSON.stringify((await draftOf(year)).content.sections.map(({ text }) => text.zh));
    const before = await words();
    await bothApprove(year);
    await house.sql(`UPDATE programme_item SET people = 9 WHERE code = 'V-1'`);
    expect(await words()).not.toBe(before);
    const { approvals } = await draftOf(year);
    expect(approvals[0]?.moved.map(({ key }) => key)).toContain('visiting-teachers');
    expect(approvals[0]?.moved.filter(({ key }) => key.startsWith('section:'))).toEqual([]);

    await house.sql(`UPDATE programme_item SET people = NULL WHERE code = 'V-1'`);
    await anIssue(year);
    await house.sql(`UPDATE programme_item SET people = 9 WHERE code = 'V-1'`);
    const changes = subjects((await draftOf(year)).changes);
    expect(changes).toContainEqual(['figure-changed', 'visiting-teachers']);
    expect(changes.filter(([kind]) => kind?.startsWith('section'))).toEqual([]);
    await house.sql(`DELETE FROM programme_item WHERE code = 'V-1'`);
  });
});

describe('an approval', () => {
  it('is of the rows behind the numbers too: changed ones are read and approved again', async () => {
    await bothApprove(year);
    expect((await draftOf(year)).hindrances).toEqual([]);
    await restated();
    const { approvals, hindrances } = await draftOf(year);
    expect(approvals[0]?.moved).toContainEqual(
      expect.objectContaining({ key: 'pairings', before: '已核准的依据', after: '依据有变，数没有变' }),
    );
    expect(hindrances).toMatchObject([{ kind: 'figures-moved' }]);
    const { issueId } = await asksForFreeze(year);
    expect(await freezeOver(year.hangzhou, issueId)).toMatchObject({ failure: { kind: 'figures-moved' } });
    await approves(year, year.hangzhou);
    await approves(year, year.aksu);
    expect((await anIssue(year)).number).toBe(1);
  });

  it('is of words and numbers alone where more rows lie behind them than a page may wait for', async () => {
    const town = await aReportedTown(house);
    const rowsOf = async () => {
      await approves(year, year.hangzhou);
      const found = await house.sql<{ readonly keys: number; readonly rows: number }>(
        `SELECT count(*)::integer AS keys, count(*) FILTER (WHERE key LIKE 'rows:%')::integer AS rows
         FROM yearly_approval a, jsonb_object_keys(a.figures) AS key`,
      );
      return found.map(({ keys, rows }) => [keys > 0, rows > 0]);
    };
    expect(await rowsOf()).toEqual([[true, true]]);
    const wish = { state: 'verified', pair: 0, minutes: 40, isMakeUp: false, many: 6000 };
    await town.make({ ...wish, at: '2026-05-06T02:00:00Z' });
    expect(await rowsOf()).toEqual([[true, false]]);
    await restated();
    expect((await draftOf(year)).approvals[0]?.moved).toEqual([]);
  });

  it('of before rows were compared holds', async () => {
    await bothApprove(year);
    await house.sql(
      `UPDATE yearly_approval SET figures = (SELECT jsonb_object_agg(key, value) FROM jsonb_each(figures) WHERE key NOT LIKE 'rows:%')`,
    );
    await restated();
    expect((await draftOf(year)).hindrances).toEqual([]);
  });
});
