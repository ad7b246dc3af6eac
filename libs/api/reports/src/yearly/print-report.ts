import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import {
  type Actor,
  beijingDayOf,
  mayReadFigures,
  type ReportLanguage,
  type YearlyDocument,
  type YearlyIssueId,
} from '@qinglan/domain';
import { CountedYear } from './counted-year';
import { DraftQueries } from './draft.queries';
import { IssueQueries } from './issue.queries';
import { printFontStyles } from './output/print-fonts';
import { printPage } from './output/print-page';
import { printedIssue } from './output/printed';

/** A report as a page for the browser's own print: an issue as it was frozen, or the draft, marked as one. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftQueries,
    private readonly issues: IssueQueries,
    private readonly counting: CountedYear,
  ) {}

  async issue(actor: Actor, id: YearlyIssueId, language: ReportLanguage): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    const fonts = await printFontStyles();
    return this.transactions.read(async (read) => {
      const { canonical, hash } = orNotFound(await this.issues.text(read, id));
      return printPage(printedIssue(JSON.parse(canonical) as YearlyDocument, hash), language, fonts);
    });
  }

  async draft(actor: Actor, year: number, language: ReportLanguage): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    const fonts = await printFontStyles();
    const today = beijingDayOf(this.clock.now()).toString();
    return this.transactions.still(async (read) => {
      const { sections } = await this.drafts.draft(read, year);
      const content = await this.counting.content(read, { year, today }, sections);
      return printPage({ content, issue: null }, language, fonts);
    });
  }
}
