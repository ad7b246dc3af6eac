import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { YearlyReportView } from '@qinglan/contracts';
import {
  approvedOf,
  movedSince,
  type YearlyApproved,
  yearlyChanges,
  type YearlyContent,
  type YearlyDraftSection,
} from '@qinglan/domain';
import { CountedYear, type DraftedYear, type YearAsked } from './counted-year';
import type { ApprovalRow, DraftRow } from './draft.queries';
import { IssueQueries } from './issue.queries';
import { RowPrints } from './row-prints';

/** Behind so many rows at most, each as often as it is counted, a page that somebody waits for compares them too. */
const mostRowsAtOnce = 30_000;

/** What differs from the last issue, and from what was approved. */
export interface Compared {
  /** False: numbers and words alone were compared, and rows are when somebody asks for it. */
  readonly areRowsCompared: boolean;
  readonly changes: YearlyReportView['changes'];
  /** What of an approval is no longer what was approved. */
  readonly moved: (approval: Pick<ApprovalRow, 'figures'>) => YearlyReportView['approvals'][number]['moved'];
}

const rowsBehind = ({ figures }: YearlyContent): number => figures.reduce((sum, { rows }) => sum + rows, 0);
const areFew = (content: YearlyContent): boolean => rowsBehind(content) <= mostRowsAtOnce;
const noRows: ReadonlyMap<string, string> = new Map();

/** What a report says now beside what was frozen and approved: a draft announces by this what a correction then stores. */
@Injectable()
export class ComparedYear {
  constructor(
    private readonly counting: CountedYear,
    private readonly prints: RowPrints,
    private readonly issues: IssueQueries,
  ) {}

  drafted(read: Read, asked: YearAsked, sections: readonly YearlyDraftSection[]): Promise<DraftedYear> {
    return this.counting.drafted(read, asked, sections);
  }

  /** What a side approves of: words, numbers, and the rows behind them where they are few; of millions numbers alone. */
  async approved(read: Read, asked: YearAsked, sections: readonly YearlyDraftSection[]): Promise<YearlyApproved> {
    const content = await this.counting.content(read, asked, sections);
    return approvedOf(content, areFew(content) ? await this.prints.live(read, content) : noRows);
  }

  /** Rows are compared where they are few, or where the caller says so. */
  async compare(
    read: Read,
    { approvals, issues }: Pick<DraftRow, 'approvals' | 'issues'>,
    { drafted, withRows }: { readonly drafted: DraftedYear; readonly withRows: boolean },
  ): Promise<Compared> {
    const { content } = drafted;
    const isMeasured = withRows || areFew(content);
    const isApproved = approvals.length > 0;
    const prints = isApproved && isMeasured ? await this.prints.live(read, content) : null;
    const [latest] = issues;
    return {
      areRowsCompared: isMeasured || (!isApproved && !latest),
      changes: latest ? [...(await this.changes(read, latest, { drafted, isMeasured }))] : [],
      moved: ({ figures }) => [...movedSince(figures, { ...drafted, prints })],
    };
  }

  private async changes(
    read: Read,
    { id }: DraftRow['issues'][number],
    { drafted, isMeasured }: { readonly drafted: DraftedYear; readonly isMeasured: boolean },
  ) {
    const old = (await this.issues.document(read, id)).content;
    const { before, now } = isMeasured
      ? await this.prints.sinceIssue(read, id, drafted.content)
      : { before: noRows, now: noRows };
    return yearlyChanges({ content: old, rows: before }, { ...drafted, rows: now });
  }
}
