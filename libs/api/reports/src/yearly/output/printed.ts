import type { ReportingSide, YearlyChange, YearlyContent, YearlyDocument } from '@qinglan/domain';

/** What stands about an issue on every page; null for a draft. */
export interface PrintedIssue {
  readonly number: number;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly reason: string | null;
  readonly hash: string;
  readonly signers: readonly {
    readonly side: ReportingSide;
    readonly name: string;
    readonly organisation: string;
    readonly at: string;
  }[];
  readonly changes: readonly YearlyChange[];
}

/** Everything that a printed page, a workbook or a table of a report is made of. */
export interface PrintedReport {
  readonly content: YearlyContent;
  readonly issue: PrintedIssue | null;
}

/** A frozen issue as it is printed; the hash is that of its text. */
export const printedIssue = (document: YearlyDocument, hash: string): PrintedReport => ({
  content: document.content,
  issue: { ...document, hash },
});

/** The same for whoever has only a link: which organisations approved, and nobody's name. */
export const withoutNames = ({ content, issue }: PrintedReport): PrintedReport => ({
  content,
  issue: issue && { ...issue, frozenBy: '', signers: issue.signers.map((signer) => ({ ...signer, name: '' })) },
});
