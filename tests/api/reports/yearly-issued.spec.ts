import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { aHouse, anIssue, aYear, type House, nothingReported, opensYear, type YearMade } from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await nothingReported(house);
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

const check = async (issueId: YearlyIssueId) =>
  (await year.hangzhou.call(contracts.checkYearlyIssue, { params: { issueId } })).body;

const said = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: Error) => error.message,
  );
const asOwner = (deed: string) => said(house.sql(deed));
const asApplication = (deed: string) => {
  const transactions = house.app.get<Transactions>(Transactions as never, { strict: false });
  return said(transactions.write((tx) => tx.run({ name: '', text: deed }, [])));
};

/** Of every table one deed of each kind; of files also each thing but the one that may come: a page printed later. */
const deeds = [
  `UPDATE yearly_issue SET canonical = '{}'`,
  'DELETE FROM yearly_issue WHERE true',
  'TRUNCATE yearly_issue CASCADE',
  `UPDATE yearly_issue_row SET label = '别的'`,
  'DELETE FROM yearly_issue_row WHERE true',
  'TRUNCATE yearly_issue_row CASCADE',
  `INSERT INTO yearly_issue_row (issue_id, source, id, certainty, label, fields) SELECT id, 'studio', 'x', 'stated', 'x', '{}' FROM yearly_issue`,
  `UPDATE yearly_issue_block SET row_ids = '{}'`,
  'DELETE FROM yearly_issue_block WHERE true',
  'TRUNCATE yearly_issue_block CASCADE',
  `INSERT INTO yearly_issue_block (issue_id, key, block, source, row_ids) SELECT id, 'studios', 99, 'studio', '{x}' FROM yearly_issue`,
  'UPDATE yearly_issue_counted SET things = 9',
  'DELETE FROM yearly_issue_counted WHERE true',
  'TRUNCATE yearly_issue_counted CASCADE',
  `INSERT INTO yearly_issue_counted (issue_id, key, field, things, row_count, unknown_rows) SELECT id, 'x', '{}', 1, 1, 0 FROM yearly_issue`,
  `UPDATE yearly_issue_thing SET label = '别的'`,
  'DELETE FROM yearly_issue_thing WHERE true',
  'TRUNCATE yearly_issue_thing CASCADE',
  `INSERT INTO yearly_issue_thing (issue_id, key, place, label, first_day, certainty, source, row_ids) SELECT issue_id, key, 9999, 'x', now(), 'stated', 'studio', '{}' FROM yearly_issue_counted`,
  `UPDATE yearly_issue_group SET row_ids = '{}'`,
  'DELETE FROM yearly_issue_group WHERE true',
  'TRUNCATE yearly_issue_group CASCADE',
  `INSERT INTO yearly_issue_group (issue_id, key, field, value, within, part, block, source, row_ids) SELECT id, 'studios', 'field', 'x', '', '', 99, 'studio', '{x}' FROM yearly_issue`,
  `UPDATE yearly_file SET content = 'x' WHERE content IS NOT NULL`,
  'DELETE FROM yearly_file WHERE true',
  'TRUNCATE yearly_file CASCADE',
  `INSERT INTO yearly_file (issue_id, name, position, kind, failure) SELECT id, 'x.csv', 99, 'csv', 'x' FROM yearly_issue`,
  `UPDATE yearly_file SET content = 'x', sha256 = 'x', failure = NULL WHERE content IS NULL`,
  `UPDATE yearly_file SET content = 'x', sha256 = 'x', failure = NULL, made_later_at = now(), name = name || 'x' WHERE content IS NULL`,
  `UPDATE yearly_file SET made_later_at = now() WHERE content IS NOT NULL`,
  `UPDATE yearly_file SET failure = 'x' WHERE content IS NULL`,
];

describe('what was issued', () => {
  it('is not changed, taken away or added to, by the application or past it', async () => {
    await anIssue(year);
    const told: string[] = [];
    for (const deed of deeds) told.push(await asApplication(deed), await asOwner(deed));
    expect(told).toEqual(deeds.flatMap(() => Array<string>(2).fill('an issue does not change')));
  });

  it('is guarded in every table that belongs to it', async () => {
    const belonging = await house.sql<{ name: string }>(
      `SELECT c.conrelid::regclass::text AS name FROM pg_constraint c
       WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.confrelid::regclass::text LIKE 'yearly_issue%' ORDER BY 1`,
    );
    // Pages that were asked for after all are work on an issue, not part of it.
    const parts = belonging.map(({ name }) => name).filter((name) => name !== 'yearly_printing');
    for (const table of ['yearly_issue', ...parts])
      for (const verb of ['UPDATE', 'DELETE FROM', 'TRUNCATE', ...(table === 'yearly_issue' ? [] : ['INSERT INTO'])])
        expect(deeds.some((deed) => deed.startsWith(`${verb} ${table} `))).toBe(true);
  });

  it('shows when somebody changed the bytes of a file, or took one away', async () => {
    const { id } = await anIssue(year);
    expect(await check(id)).toMatchObject({ unsoundFiles: [], isSound: true });
    await house.sql('ALTER TABLE yearly_file DISABLE TRIGGER USER');
    await house.sql(`UPDATE yearly_file SET content = content || 'x' WHERE name = 'figures.csv'`);
    await house.sql(`DELETE FROM yearly_file WHERE name IN ('facts.csv', 'report.ug.pdf')`);
    await house.sql('ALTER TABLE yearly_file ENABLE TRIGGER USER');
    const { unsoundFiles, isTextSound, unsoundRows, isSound } = await check(id);
    expect([unsoundFiles.toSorted(), isTextSound, unsoundRows, isSound]).toEqual([
      ['facts.csv', 'figures.csv', 'report.ug.pdf'],
      true,
      [],
      false,
    ]);
  });

  it('shows when somebody changed it all the same', async () => {
    const { id, hash } = await anIssue(year);
    await house.sql('ALTER TABLE yearly_issue_row DISABLE TRIGGER USER');
    await house.sql(`UPDATE yearly_issue_row SET label = '别的' WHERE source = 'studio'`);
    const rows = await check(id);
    expect(rows).toMatchObject({ isTextSound: true, isSound: false });
    expect(rows.unsoundRows).toContain('studios');
    expect(rows.unsoundRows).not.toContain('pairings');
    await house.sql('ALTER TABLE yearly_issue DISABLE TRIGGER USER');
    await house.sql(`UPDATE yearly_issue SET canonical = replace(canonical, '"value":3', '"value":4')`);
    expect(await check(id)).toMatchObject({ hash, isTextSound: false, isSound: false });
    await house.sql('ALTER TABLE yearly_issue_row ENABLE TRIGGER USER');
    await house.sql('ALTER TABLE yearly_issue ENABLE TRIGGER USER');
  });
});
