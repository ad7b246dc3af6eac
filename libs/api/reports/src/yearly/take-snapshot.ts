import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '@qinglan/api-platform';
import {
  beijingDayOf,
  type Temporal,
  yearlyChanges,
  type YearlyComparable,
  type YearlyContent,
  type YearlyDocument,
  type YearlyRowsDigest,
  yearlyText,
} from '@qinglan/domain';
import { CountedYear } from './counted-year';
import { DraftQueries, type DraftRow } from './draft.queries';
import { FreezeFailed } from './freeze-ended';
import type { FreezeRow, Going } from './freeze.store';
import { IssueStore } from './issue.store';
import { RowFreezer } from './row-freezer';
import { movedFigures } from './yearly.viewer';

const comparable = (content: YearlyContent, rows: readonly YearlyRowsDigest[]): YearlyComparable => ({
  content,
  rows: new Map(rows.map(({ key, sha256 }) => [key, sha256])),
});

/** The sha-256 of a text in UTF-8, in hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Numbers, rows, words and definitions of a year at one moment: whatever is changed meanwhile is in all of them or in none. */
@Injectable()
export class TakeSnapshot {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftQueries,
    private readonly counting: CountedYear,
    private readonly rows: RowFreezer,
    private readonly issues: IssueStore,
  ) {}

  execute(freeze: FreezeRow, going: Going): Promise<void> {
    const now = this.clock.now();
    return this.transactions.snapshot(async (tx) => {
      const draft = await this.drafts.draft(tx, freeze.year);
      await going({ step: 'numbers', done: 0, total: 1 });
      const asked = { year: freeze.year, today: beijingDayOf(now).toString() };
      const content = await this.counting.content(tx, asked, draft.sections);
      this.mustBeWhatWasApproved(draft, content);
      await this.issues.begin(tx, freeze, now);
      const rows = await this.rows.freezeAll(tx, { freeze, content, going });
      await going({ step: 'hash', done: 0, total: 1 });
      await this.seal(tx, await this.documentOf(tx, { freeze, draft, content, rows, now }), freeze);
    });
  }

  /** Each side approved of words and numbers; numbers that moved since are read and approved again. */
  private mustBeWhatWasApproved({ approvals }: DraftRow, content: YearlyContent): void {
    const moved = approvals.flatMap((approval) => movedFigures(approval, content));
    const [first] = moved;
    if (first) throw new FreezeFailed('figures-moved', [...new Set(moved.map(({ name }) => name.zh))].join('、'));
  }

  private async documentOf(
    tx: Tx,
    given: {
      freeze: FreezeRow;
      draft: DraftRow;
      content: YearlyContent;
      rows: readonly YearlyRowsDigest[];
      now: Temporal.Instant;
    },
  ): Promise<YearlyDocument> {
    const { freeze, draft, content, rows, now } = given;
    const old = await this.issues.latest(tx, freeze.year);
    const changes = old ? yearlyChanges(comparable(old.content, old.rows), comparable(content, rows)) : [];
    if (old && changes.length === 0) throw new FreezeFailed('report-unchanged', String(old.number));
    return {
      format: 'qinglan-yearly-1',
      year: freeze.year,
      number: freeze.number,
      frozenAt: now.toString(),
      frozenBy: freeze.askedBy,
      reason: freeze.reason,
      signers: draft.approvals.map(({ side, by, organisation, at }) => ({ side, name: by.name, organisation, at })),
      changes,
      content,
      rows,
    };
  }

  private async seal(tx: Tx, document: YearlyDocument, { id }: FreezeRow): Promise<void> {
    const canonical = yearlyText(document);
    await this.issues.seal(tx, id, { canonical, hash: hashOf(canonical), changes: document.changes.length });
  }
}
