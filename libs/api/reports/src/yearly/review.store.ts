import { Injectable } from '@nestjs/common';
import { Refused, statement, type Tx } from '@qinglan/api-platform';
import type { PersonId, ReportingSide, YearlyCommentId } from '@qinglan/domain';
import type { Speaker } from './draft.queries';
import { type By, DraftStore, type LockedReport } from './draft.store';

const add = statement(
  'yearly-comment-add',
  `INSERT INTO yearly_comment (id, year, section, words, by_id, side, organisation, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
);
const same = statement(
  'yearly-comment-same',
  'SELECT 1 FROM yearly_comment WHERE id = $1 AND year = $2 AND section = $3 AND words = $4 AND by_id = $5',
);
const find = statement(
  'yearly-comment-find',
  `SELECT section, by_id AS "byId", resolved_at IS NOT NULL AS "isResolved" FROM yearly_comment WHERE id = $1 AND year = $2`,
);
const resolve = statement(
  'yearly-comment-resolve',
  'UPDATE yearly_comment SET resolved_at = $2, resolved_by = $3, answer = $4 WHERE id = $1',
);
const approve = statement(
  'yearly-approve',
  `INSERT INTO yearly_approval (year, side, by_id, name, organisation, at, version, figures)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (year, side) DO UPDATE SET by_id = excluded.by_id, name = excluded.name, organisation = excluded.organisation,
     at = excluded.at, version = excluded.version, figures = excluded.figures`,
);
const withdraw = statement('yearly-withdraw', 'DELETE FROM yearly_approval WHERE year = $1 AND side = $2');

/** A remark as it is looked for. */
export interface FoundComment {
  readonly section: string;
  readonly byId: PersonId;
  readonly isResolved: boolean;
}

/** Who says what of which section. */
export interface Remark {
  readonly id: YearlyCommentId;
  readonly section: string;
  readonly words: string;
  readonly speaker: Speaker;
}

/** A side's approval with what was approved. */
export interface Approval {
  readonly side: ReportingSide;
  readonly speaker: Speaker;
  readonly figures: Readonly<Record<string, string>>;
}

/** The only writer of `yearly_comment` and `yearly_approval`; the report is locked. */
@Injectable()
export class ReviewStore {
  constructor(private readonly drafts: DraftStore) {}

  /** Made once however often it is sent; another remark under the same id is refused. */
  async comment(tx: Tx, report: LockedReport, { remark, by }: { readonly remark: Remark; readonly by: By }) {
    const { id, section, words, speaker } = remark;
    const said = [id, report.year, section, words, speaker.id];
    const made = await tx.run(add, [...said, speaker.side, speaker.organisation, by.at.toString()]);
    if (made === 1) return this.drafts.tell(tx, report, { act: 'yearly.commented', detail: { section }, by });
    if ((await tx.row(same, said)) === null) throw new Refused('id-taken');
  }

  find(tx: Tx, year: number, id: YearlyCommentId): Promise<FoundComment | null> {
    return tx.row<FoundComment>(find, [id, year]);
  }

  async resolve(
    tx: Tx,
    report: LockedReport,
    { id, section, answer, by }: { id: YearlyCommentId; section: string; answer: string | null; by: By },
  ): Promise<void> {
    await tx.run(resolve, [id, by.at.toString(), by.actorId, answer]);
    await this.drafts.tell(tx, report, { act: 'yearly.comment-resolved', detail: { section }, by });
  }

  async approve(tx: Tx, report: LockedReport, { approval, by }: { readonly approval: Approval; readonly by: By }) {
    const { side, speaker, figures } = approval;
    const who = [speaker.id, speaker.name, speaker.organisation, by.at.toString()];
    await tx.run(approve, [report.year, side, ...who, report.version, JSON.stringify(figures)]);
    await this.drafts.tell(tx, report, { act: 'yearly.approved', detail: { side }, by });
  }

  async withdraw(tx: Tx, report: LockedReport, { side, by }: { readonly side: ReportingSide; readonly by: By }) {
    if ((await tx.run(withdraw, [report.year, side])) === 0) return;
    await this.drafts.tell(tx, report, { act: 'yearly.approval-withdrawn', detail: { side }, by });
  }
}
