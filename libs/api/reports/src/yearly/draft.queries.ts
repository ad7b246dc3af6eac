import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { YearlyReportView } from '@qinglan/contracts';
import type { PersonId, ReportingSide, YearlyDraftSection, YearlyIssueId, YearlyState } from '@qinglan/domain';
import { issueLineJson, progressJson } from './issue.sql';

type Shown = Omit<YearlyReportView['sections'][number], 'templateBody' | 'items'>;

/** A remark with who made it. */
export type CommentRow = Omit<YearlyReportView['comments'][number], 'mayResolve'>;

/** An approval with the numbers that were approved: what each numeral printed. */
export interface ApprovalRow extends Omit<YearlyReportView['approvals'][number], 'moved'> {
  readonly figures: Readonly<Record<string, string>>;
}

/** The draft of a year as the tables know it. */
export interface DraftRow {
  readonly id: string;
  readonly year: number;
  readonly state: YearlyState;
  readonly version: number;
  readonly openedAt: string;
  readonly openedBy: string | null;
  readonly changedAt: string;
  readonly sections: readonly (Shown & YearlyDraftSection)[];
  readonly comments: readonly CommentRow[];
  readonly approvals: readonly ApprovalRow[];
  readonly issues: YearlyReportView['issues'];
  readonly progress: (NonNullable<YearlyReportView['progress']> & { readonly issueId: YearlyIssueId }) | null;
}

/** Whom somebody speaks for. */
export interface Speaker {
  readonly id: PersonId;
  readonly name: string;
  readonly organisation: string;
  readonly side: string;
}

const list = (item: string, order: string) => `coalesce(json_agg(${item} ORDER BY ${order}), '[]')`;

const sections = `(SELECT ${list(
  `json_build_object('code', s.code, 'kind', s.kind, 'title', s.title, 'body', s.body, 'plan', s.plan,
    'isHidden', s.is_hidden, 'version', s.version, 'changedAt', s.changed_at, 'changedBy', by_.name,
    'openComments', (SELECT count(*) FROM yearly_comment c
      WHERE c.year = s.year AND c.section = s.code AND c.resolved_at IS NULL))`,
  's.position',
)} FROM yearly_section s LEFT JOIN person by_ ON by_.id = s.changed_by WHERE s.year = r.year)`;

const comments = `(SELECT ${list(
  `json_build_object('id', c.id, 'section', c.section, 'text', c.words, 'by', json_build_object('id', p.id, 'name', p.name),
    'side', c.side, 'organisation', c.organisation, 'at', c.at, 'resolved', CASE WHEN c.resolved_at IS NOT NULL THEN
      json_build_object('at', c.resolved_at, 'by', rb.name, 'answer', c.answer) END)`,
  'c.at, c.id',
)} FROM yearly_comment c JOIN person p ON p.id = c.by_id LEFT JOIN person rb ON rb.id = c.resolved_by WHERE c.year = r.year)`;

const approvals = `(SELECT ${list(
  `json_build_object('side', a.side, 'by', json_build_object('id', a.by_id, 'name', a.name),
    'organisation', a.organisation, 'at', a.at, 'figures', a.figures)`,
  'a.at',
)} FROM yearly_approval a WHERE a.year = r.year)`;

const issues = `(SELECT ${list(issueLineJson, 'i.number DESC')}
  FROM yearly_issue i WHERE i.year = r.year AND i.issued_at IS NOT NULL)`;

const progress = `(SELECT ${progressJson} FROM yearly_freeze f JOIN person fp ON fp.id = f.asked_by
  WHERE f.year = r.year ORDER BY f.asked_at DESC, f.number DESC LIMIT 1)`;

const draft = statement(
  'yearly-draft',
  `SELECT json_build_object('id', r.id, 'year', r.year, 'state', r.state, 'version', r.version, 'openedAt', r.opened_at,
     'openedBy', o.name, 'changedAt', r.changed_at, 'sections', ${sections}, 'comments', ${comments},
     'approvals', ${approvals}, 'issues', ${issues}, 'progress', ${progress}) AS draft
   FROM yearly_report r LEFT JOIN person o ON o.id = r.opened_by WHERE r.year = $1`,
);

const reports = statement(
  'yearly-reports',
  `SELECT json_build_object('items', ${list(
    `json_build_object('year', r.year, 'state', r.state, 'version', r.version, 'openedAt', r.opened_at,
      'changedAt', r.changed_at,
      'openComments', (SELECT count(*) FROM yearly_comment c WHERE c.year = r.year AND c.resolved_at IS NULL),
      'approvedBy', (SELECT ${list('a.side', 'a.side')} FROM yearly_approval a WHERE a.year = r.year),
      'latestIssue', (SELECT ${issueLineJson} FROM yearly_issue i WHERE i.year = r.year AND i.issued_at IS NOT NULL
        ORDER BY i.number DESC LIMIT 1))`,
    'r.year DESC',
  )})::text FROM yearly_report r`,
);

const speaker = statement('yearly-speaker', 'SELECT id, name, organisation, side FROM report_speaker WHERE id = $1');

// What changes a section; an index of the history has these, in these words.
const changes = `('yearly.section-added', 'yearly.section-written', 'yearly.items-arranged', 'yearly.section-removed')`;
// Numbers and charts of a section were not kept at first.
const blank = `'{"figures": null, "charts": null}'::jsonb`;

// What a section said after a change is what it said before the next one, or what it says now. Both the page and each next
// change are found by an index, so that a page costs the same however long the history is; the report is said as a range, so
// that nothing but the index by subject has the order of the page.
const happenings = statement(
  'yearly-history',
  `WITH page AS MATERIALIZED (
     SELECT h.id, h.subject_id, h.at, h.actor_id, h.act, h.detail ->> 'section' AS section, h.detail ->> 'side' AS side,
       h.detail -> 'was' AS was FROM history h
     WHERE h.subject_id >= (SELECT id FROM yearly_report WHERE year = $1) AND (h.subject_id, h.id) < (
       (SELECT id FROM yearly_report WHERE year = $1), coalesce($3::bigint, 9223372036854775807))
     ORDER BY h.subject_id DESC, h.id DESC LIMIT $2::integer + 1
   ), placed AS (SELECT page.*, row_number() OVER (ORDER BY id DESC) AS place FROM page)
   SELECT json_build_object('items', coalesce(json_agg(json_build_object('at', p.at, 'by', who.name, 'act', p.act,
       'section', p.section, 'side', p.side, 'title', coalesce(p.was -> 'title', a.now -> 'title', s.title),
       'before', CASE WHEN p.was IS NOT NULL THEN ${blank} || p.was END,
       'after', CASE WHEN p.act <> 'yearly.section-removed' THEN ${blank} || a.now END) ORDER BY p.place)
       FILTER (WHERE p.place <= $2::integer), '[]'),
     'next', max(p.id) FILTER (WHERE p.place = $2::integer AND (SELECT count(*) FROM page) > $2::integer)::text)::text
   FROM placed p LEFT JOIN person who ON who.id = p.actor_id
   LEFT JOIN yearly_section s ON s.year = $1 AND s.code = p.section
   LEFT JOIN LATERAL (SELECT CASE WHEN p.act IN ${changes} THEN coalesce(
     (SELECT h.detail -> 'was' FROM history h WHERE h.subject_id = p.subject_id AND h.detail ->> 'section' = p.section
        AND h.id > p.id AND h.act IN ${changes} ORDER BY h.id LIMIT 1),
     jsonb_build_object('title', s.title, 'body', s.body, 'isHidden', s.is_hidden, 'figures', s.plan -> 'figures',
       'charts', jsonb_path_query_array(s.plan, '$.charts[*].title'))) END AS now) a ON true`,
);

const opened = statement('yearly-is-open', 'SELECT 1 FROM yearly_report WHERE year = $1');

/** Reads of drafts: each in one statement. */
@Injectable()
export class DraftQueries {
  async draft(read: Read, year: number): Promise<DraftRow> {
    return orNotFound(await read.row<{ readonly draft: DraftRow }>(draft, [year])).draft;
  }

  async isOpen(read: Read, year: number): Promise<boolean> {
    return (await read.row(opened, [year])) !== null;
  }

  async reports(read: Read): Promise<string> {
    return orNotFound(await read.text(reports));
  }

  /** A page of what happened, newest first, before a line of the history. */
  async history(read: Read, year: number, page: { readonly limit: number; readonly before: string | null }) {
    return orNotFound(await read.text(happenings, [year, page.limit, page.before]));
  }

  /** Nobody without an organisation is signed in. */
  async speaker(read: Read, personId: PersonId): Promise<Speaker> {
    return orNotFound(await read.row<Speaker>(speaker, [personId]));
  }
}

/** The sides that approve, in the order of the approvals. */
export const approvedBy = (draft: DraftRow): readonly ReportingSide[] => draft.approvals.map(({ side }) => side);

/** Sections with a remark that nobody resolved. */
export const openComments = (draft: DraftRow): readonly string[] =>
  draft.sections.filter(({ openComments: open }) => open > 0).map(({ code }) => code);

/** How many remarks were made on a section, resolved ones too. */
export const remarksOn = (draft: DraftRow, code: string): number =>
  draft.comments.filter(({ section }) => section === code).length;
