import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '@qinglan/api-platform';
import {
  beijingDayOf,
  type Temporal,
  type YearlyContent,
  type YearlyDocument,
  type YearlyRowsDigest,
  yearlyText,
} from '@qinglan/domain';
import { type Compared, ComparedYear } from './compared-year';
import { DraftQueries, type DraftRow } from './draft.queries';
import { FreezeFailed } from './freeze-ended';
import type { FreezeRow, Going } from './freeze.store';
import { IssueStore } from './issue.store';
import { RowFreezer } from './row-freezer';

/** The sha-256 of a text in UTF-8, in hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Numbers, rows, words and definitions of a year at one moment: whatever is changed meanwhile is in all of them or in none. */
@Injectable()
export class TakeSnapshot {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftQueries,
    private readonly year: ComparedYear,
    private readonly rows: RowFreezer,
    private readonly issues: IssueStore,
  ) {}

  execute(freeze: FreezeRow, going: Going): Promise<void> {
    const now = this.clock.now();
    return this.transactions.snapshot(async (tx) => {
      const draft = await this.drafts.draft(tx, freeze.year);
      await going({ step: 'numbers', done: 0, total: 1 });
      const asked = { year: freeze.year, today: beijingDayOf(now).toString() };
      const drafted = await this.year.drafted(tx, asked, draft.sections);
      const { content } = drafted;
      const compared = await this.year.compare(tx, draft, { drafted, withRows: true });
      this.mustBeWhatWasApproved(draft, compared);
      this.mustDiffer(draft, compared);
      await this.issues.begin(tx, freeze, now);
      const rows = await this.rows.freezeAll(tx, { freeze, content, going });
      const sources = await this.rows.words(tx, freeze.id);
      await going({ step: 'hash', done: 0, total: 1 });
      await this.seal(tx, { ...this.documentOf({ freeze, draft, content, compared, rows, now }), sources }, freeze);
    });
  }

  /** Each side approved of words, numbers and rows; what moved since is read and approved again. */
  private mustBeWhatWasApproved({ approvals }: DraftRow, compared: Compared): void {
    const moved = approvals.flatMap((approval) => compared.moved(approval));
    const [first] = moved;
    if (first) throw new FreezeFailed('figures-moved', [...new Set(moved.map(({ name }) => name.zh))].join('、'));
  }

  /** A correction corrects something. */
  private mustDiffer({ issues: [latest] }: DraftRow, { changes }: Compared): void {
    if (latest && changes.length === 0) throw new FreezeFailed('report-unchanged', String(latest.number));
  }

  private documentOf(given: {
    freeze: FreezeRow;
    draft: DraftRow;
    content: YearlyContent;
    compared: Compared;
    rows: readonly YearlyRowsDigest[];
    now: Temporal.Instant;
  }): YearlyDocument {
    const { freeze, draft, content, compared, rows, now } = given;
    return {
      format: 'qinglan-yearly-1',
      year: freeze.year,
      number: freeze.number,
      frozenAt: now.toString(),
      frozenBy: freeze.askedBy,
      reason: freeze.reason,
      signers: draft.approvals.map(({ side, by, organisation, at }) => ({ side, name: by.name, organisation, at })),
      changes: compared.changes,
      content,
      rows,
    };
  }

  private async seal(tx: Tx, document: YearlyDocument, { id }: FreezeRow): Promise<void> {
    const canonical = yearlyText(document);
    await this.issues.seal(tx, id, { canonical, hash: hashOf(canonical), changes: document.changes.length });
  }
}
