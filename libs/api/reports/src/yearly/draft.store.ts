import { Injectable } from '@nestjs/common';
import { History, orNotFound, statement, type Tx } from '@qinglan/api-platform';
import type {
  ArrangedSection,
  PersonId,
  Temporal,
  YearlyDraftSection,
  YearlySectionWish,
  YearlyState,
} from '@qinglan/domain';

/** Who does something, and when. */
export interface By {
  readonly actorId: PersonId | null;
  readonly at: Temporal.Instant;
}

/** Sections with what stands in them from now on, as they were before. */
interface Arranged {
  readonly changed: readonly ArrangedSection[];
  readonly before: readonly YearlyDraftSection[];
  readonly by: By;
}

/** What the history keeps of a section before it changes. */
const wasOf = ({ title, body, isHidden, plan }: YearlyDraftSection) => ({
  ...{ title, body, isHidden, figures: plan.figures, charts: plan.charts.map((chart) => chart.title) },
});

/** The report of a year, locked. */
export interface LockedReport {
  readonly id: string;
  readonly year: number;
  readonly state: YearlyState;
  readonly version: number;
}

const lock = statement(
  'yearly-report-lock',
  'SELECT id, year, state, version FROM yearly_report WHERE year = $1 FOR NO KEY UPDATE',
);
const open = statement(
  'yearly-report-open',
  `INSERT INTO yearly_report (year, id, opened_at, opened_by, changed_at) VALUES ($1, gen_random_uuid(), $2, $3, $2)
   ON CONFLICT (year) DO NOTHING RETURNING id`,
);
const addSections = statement(
  'yearly-sections-add',
  `INSERT INTO yearly_section (year, code, position, kind, title, body, plan, changed_at, changed_by)
   SELECT $1, s.code, (SELECT coalesce(max(o.position), 0) FROM yearly_section o WHERE o.year = $1) + s.place, s.kind, s.title, s.body, s.plan, $3, $4
   FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (code text, kind text, title jsonb, body jsonb, plan jsonb))
     WITH ORDINALITY AS s (code, kind, title, body, plan, place)`,
);
const write = statement(
  'yearly-section-write',
  `UPDATE yearly_section SET title = $3, body = $4, is_hidden = $5, changed_at = $6, changed_by = $7, version = version + 1
   WHERE year = $1 AND code = $2`,
);
const arrange = statement(
  'yearly-sections-arrange',
  `UPDATE yearly_section s SET plan = a.plan, changed_at = $3, changed_by = $4, version = s.version + 1
   FROM jsonb_to_recordset($2::jsonb) AS a (code text, plan jsonb) WHERE s.year = $1 AND s.code = a.code`,
);
const remove = statement('yearly-section-remove', 'DELETE FROM yearly_section WHERE year = $1 AND code = $2');
const order = statement(
  'yearly-sections-order',
  `UPDATE yearly_section s SET position = o.place FROM unnest($2::text[]) WITH ORDINALITY AS o (code, place)
   WHERE s.year = $1 AND s.code = o.code`,
);
const touch = statement(
  'yearly-report-touch',
  'UPDATE yearly_report SET version = version + 1, changed_at = $2, state = $3 WHERE year = $1',
);
const withdrawAll = statement('yearly-approvals-drop', 'DELETE FROM yearly_approval WHERE year = $1');

const issued = statement(
  'yearly-report-is-issued',
  'SELECT 1 FROM yearly_issue WHERE year = $1 AND issued_at IS NOT NULL LIMIT 1',
);

/** The only writer of `yearly_report` and `yearly_section`. */
@Injectable()
export class DraftStore {
  constructor(private readonly history: History) {}

  /** Every change of a report begins here: what two want to do at once happens one after the other. */
  async lock(tx: Tx, year: number): Promise<LockedReport> {
    return orNotFound(await tx.row<LockedReport>(lock, [year]));
  }

  /** Opens the report of a year; false where it is open already. */
  async open(tx: Tx, year: number, by: By): Promise<boolean> {
    const made = await tx.row<{ readonly id: string }>(open, [year, by.at.toString(), by.actorId]);
    if (made) await this.history.add(tx, by, [{ subjectId: made.id, act: 'yearly.opened', detail: { year } }]);
    return made !== null;
  }

  /** Puts sections behind those that are there. */
  async addSections(tx: Tx, year: number, { sections, by }: { sections: readonly YearlyDraftSection[]; by: By }) {
    const rows = sections.map(({ code, kind, title, body, plan }) => ({ code, kind, title, body, plan }));
    await tx.run(addSections, [year, JSON.stringify(rows), by.at.toString(), by.actorId]);
  }

  /** Writes what a section says; the words before stay in the history. */
  async write(
    tx: Tx,
    report: LockedReport,
    { before, wish, by }: { readonly before: YearlyDraftSection; readonly wish: YearlySectionWish; readonly by: By },
  ): Promise<void> {
    const { title, body, isHidden } = wish;
    const words = [JSON.stringify(title), JSON.stringify(body), isHidden];
    await tx.run(write, [report.year, before.code, ...words, by.at.toString(), by.actorId]);
    const detail = { section: before.code, was: wasOf(before) };
    await this.tell(tx, report, { act: 'yearly.section-written', detail, by });
  }

  /** What stands in sections from now on; what stood there before stays in the history. */
  async arrange(tx: Tx, report: LockedReport, { changed, before, by }: Arranged): Promise<void> {
    await tx.run(arrange, [report.year, JSON.stringify(changed), by.at.toString(), by.actorId]);
    const lines = before.map((section) => ({
      subjectId: report.id,
      act: 'yearly.items-arranged',
      detail: { section: section.code, was: wasOf(section) },
    }));
    await this.history.add(tx, by, lines);
  }

  async remove(tx: Tx, report: LockedReport, { before, by }: { readonly before: YearlyDraftSection; readonly by: By }) {
    await tx.run(remove, [report.year, before.code]);
    const detail = { section: before.code, was: wasOf(before) };
    await this.tell(tx, report, { act: 'yearly.section-removed', detail, by });
  }

  async order(tx: Tx, report: LockedReport, { codes, by }: { readonly codes: readonly string[]; readonly by: By }) {
    await tx.run(order, [report.year, codes]);
    await this.tell(tx, report, { act: 'yearly.ordered', detail: {}, by });
  }

  /** What was approved is no longer what the draft says: approvals go, and the version rises. */
  async changed(tx: Tx, report: LockedReport, by: By): Promise<void> {
    await tx.run(withdrawAll, [report.year]);
    await this.moved(tx, report, { state: report.state, by });
  }

  /** The report stands elsewhere; the version rises, so that nobody decides on what was before. */
  async moved(tx: Tx, { year }: LockedReport, { state, by }: { readonly state: YearlyState; readonly by: By }) {
    await tx.run(touch, [year, by.at.toString(), state]);
  }

  /** A freeze came to no end: the report stands where it stood before. */
  async backToDraft(
    tx: Tx,
    report: LockedReport,
    { act, by }: { readonly act: string; readonly by: By },
  ): Promise<void> {
    const isIssued = (await tx.row(issued, [report.year])) !== null;
    await this.moved(tx, report, { state: isIssued ? 'issued' : 'draft', by });
    await this.tell(tx, report, { act, detail: {}, by });
  }

  /** Approvals are used up by the issue that they were given for. */
  async withdrawAll(tx: Tx, { year }: LockedReport): Promise<void> {
    await tx.run(withdrawAll, [year]);
  }

  /** A line of the history of the report. */
  async tell(
    tx: Tx,
    { id }: Pick<LockedReport, 'id'>,
    { act, detail, by }: { readonly act: string; readonly detail: Readonly<Record<string, unknown>>; readonly by: By },
  ): Promise<void> {
    await this.history.add(tx, by, [{ subjectId: id, act, detail }]);
  }
}
