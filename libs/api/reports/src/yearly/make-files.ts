import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orNotFound, Transactions } from '@qinglan/api-platform';
import { type ReportLanguage, reportLanguages, type YearlyIssueId } from '@qinglan/domain';
import { sharedFile } from './file-names';
import type { Going } from './freeze.store';
import { IssueQueries } from './issue.queries';
import { IssueStore, type StoredFile } from './issue.store';
import { PdfPrinter, type PrintingBrowser } from './output/pdf-printer';
import { printPage } from './output/print-page';
import { printedIssue, type PrintedReport, withoutNames } from './output/printed';
import { reportBook } from './output/report-book';
import { reportCsv } from './output/report-csv';
import { reportTables } from './output/report-tables';

type Made = Buffer | { readonly failure: string };

/** A file that an issue has, and how it is made. */
interface PlannedFile {
  readonly name: string;
  readonly kind: StoredFile['kind'];
  readonly language: ReportLanguage | null;
  readonly make: () => Promise<Made>;
}

type Browser = () => Promise<PrintingBrowser | { readonly failure: string }>;

/** Makes the files of an issue from what was frozen and stores their bytes, each once. */
@Injectable()
export class MakeFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: IssueQueries,
    private readonly issues: IssueStore,
    private readonly printer: PdfPrinter,
  ) {}

  async execute(id: YearlyIssueId, going: Going): Promise<void> {
    const stored = await this.transactions.read((read) => this.queries.stored(read, id));
    const { document, hash } = orNotFound(stored);
    const there = await this.transactions.read((read) => this.issues.fileNames(read, id));
    let browser: ReturnType<Browser> | null = null;
    const files = this.planned(printedIssue(document, hash), () => (browser ??= this.printer.open()));
    try {
      for (const [position, file] of files.entries()) {
        await going({ step: 'files', done: position, total: files.length });
        if (!there.has(file.name)) await this.store(id, { file, position });
      }
    } finally {
      const open = await (browser as ReturnType<Browser> | null);
      if (open && 'close' in open) await open.close();
    }
  }

  private async store(id: YearlyIssueId, { file, position }: { file: PlannedFile; position: number }): Promise<void> {
    const { name, kind, language } = file;
    const made = await file.make();
    const bytes = Buffer.isBuffer(made)
      ? { content: made, sha256: createHash('sha256').update(made).digest('hex'), failure: null }
      : { content: null, sha256: null, failure: made.failure };
    await this.transactions.write((tx) => this.issues.addFile(tx, id, { name, kind, language, position, ...bytes }));
  }

  private planned(report: PrintedReport, browser: Browser): readonly PlannedFile[] {
    const shared = withoutNames(report);
    const tables = reportTables(report).map((table) => ({
      name: `${table.name}.csv`,
      kind: 'csv' as const,
      language: null,
      make: () => Promise.resolve(reportCsv(table)),
    }));
    return [
      ...this.printed(report, 'report', browser),
      ...tables,
      // What a link offers: the same report without the names of who froze and signed it.
      ...this.printed(shared, sharedFile, browser),
    ];
  }

  /** Pages in each language, and the workbook. */
  private printed(report: PrintedReport, name: string, browser: Browser): readonly PlannedFile[] {
    const pages = reportLanguages.map((language) => ({
      name: `${name}.${language}.pdf`,
      kind: 'pdf' as const,
      language,
      make: () => this.page(report, language, browser),
    }));
    return [...pages, { name: `${name}.xlsx`, kind: 'xlsx', language: null, make: () => reportBook(report) }];
  }

  /** A page that cannot be printed here says why; the print page of the issue remains. */
  private async page(report: PrintedReport, language: ReportLanguage, browser: Browser): Promise<Made> {
    const open = await browser();
    if ('failure' in open) return open;
    try {
      return await this.printer.print(open, (fontStyles) => printPage(report, language, fontStyles));
    } catch (error) {
      return { failure: `printing failed: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}` };
    }
  }
}
