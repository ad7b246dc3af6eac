import { createHash, randomUUID } from 'node:crypto';
import {
  type YearlyCommentId,
  type YearlyDocument,
  type YearlyIssueId,
  type YearlyLinkId,
  yearlyText,
} from '@qinglan/domain';
import type { House } from './house';
import type { Person } from './town';

/** A report written past the doors. */
export interface ReportMade {
  readonly year: number;
  readonly section: string;
  readonly commentId: YearlyCommentId;
  readonly issueId: YearlyIssueId;
  /** A link to the issue that is open, by its secret. */
  readonly token: string;
  /** Another link, whose secret nobody knows. */
  readonly linkId: YearlyLinkId;
}

const words = (zh: string) => ({ zh, en: '', ug: '' });

const aDocument = (year: number): YearlyDocument => ({
  ...{ format: 'qinglan-yearly-1', year, number: 1, frozenAt: '2026-08-24T02:00:00Z', frozenBy: '管理员' },
  ...{ reason: null, signers: [], changes: [], rows: [{ key: 'studios', count: 0, sha256: '' }] },
  content: { year, asOf: '2026-08-24', title: words('报告'), headline: words(''), sections: [], figures: [] },
});

async function anIssuedReport({ sql }: Pick<House, 'sql'>, year: number, by: Person): Promise<YearlyIssueId> {
  const id = randomUUID() as YearlyIssueId;
  const canonical = yearlyText(aDocument(year));
  const hash = createHash('sha256').update(canonical).digest('hex');
  await sql(
    `INSERT INTO yearly_freeze (id, year, number, asked_at, asked_by, state, step)
     VALUES ($1, $2, 1, '2026-08-24T02:00:00Z', $3, 'done', 'finished')`,
    [id, year, by.id],
  );
  await sql(
    `INSERT INTO yearly_issue (id, year, number, frozen_at, frozen_by, change_count, canonical, hash)
     VALUES ($1, $2, 1, '2026-08-24T02:00:00Z', '管理员', 0, $3, $4)`,
    [id, year, canonical, hash],
  );
  await sql(
    `INSERT INTO yearly_file (issue_id, name, position, kind, content, sha256)
     VALUES ($1, 'figures.csv', 0, 'csv', '6', encode(sha256('6'), 'hex')),
       ($1, 'shared.xlsx', 1, 'xlsx', '6', encode(sha256('6'), 'hex'))`,
    [id],
  );
  await sql(
    `INSERT INTO yearly_issue_counted (issue_id, key, field, things, row_count, unknown_rows)
     VALUES ($1, 'studios', $2, 1, 1, 0)`,
    [id, JSON.stringify({ field: 'studio', name: words('工作室'), kind: 'studio', choices: null })],
  );
  await sql(`UPDATE yearly_issue SET issued_at = '2026-08-24T02:00:00Z' WHERE id = $1`, [id]);
  return id;
}

/** A report of a year with a section, a remark on it, an issue, and a link to that until the end of 2026. */
export async function aReportOf(house: Pick<House, 'sql'>, year: number, by: Person): Promise<ReportMade> {
  const { sql } = house;
  const [commentId, linkId] = [randomUUID() as YearlyCommentId, randomUUID() as YearlyLinkId];
  const token = randomUUID();
  await sql(
    `INSERT INTO yearly_report (year, id, state, opened_at, changed_at) VALUES ($1, gen_random_uuid(), 'issued', now(), now())`,
    [year],
  );
  await sql(
    `INSERT INTO yearly_section (year, code, position, kind, title, body, plan, changed_at)
     VALUES ($1, 'overview', 1, 'section', $2, $3, '{"paragraphs":[],"figures":[],"facts":[],"charts":[]}', now())`,
    [year, JSON.stringify(words('概述')), JSON.stringify(words(''))],
  );
  await sql(
    `INSERT INTO yearly_comment (id, year, section, words, by_id, side, organisation, at)
     VALUES ($1, $2, 'overview', '请核对', $3, 'aksu', '学校', now())`,
    [commentId, year, by.id],
  );
  const issueId = await anIssuedReport(house, year, by);
  for (const [id, secret] of [
    [randomUUID(), token],
    [linkId, randomUUID()],
  ]) {
    await sql(
      `INSERT INTO yearly_link (id, year, issue_id, label, token_hash, made_at, made_by, last_day)
       VALUES ($1, $2, $3, '领导', $4, now(), $5, '2026-12-31')`,
      [id, year, issueId, createHash('sha256').update(String(secret)).digest(), by.id],
    );
  }
  return { year, section: 'overview', commentId, issueId, token, linkId };
}
