import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { YearlyIssueId } from '@qinglan/domain';
import type { Going } from './freeze.store';
import { IssueQueries } from './issue.queries';
import { IssueStore } from './issue.store';
import { PdfPrinter, type PrintingBrowser } from './output/pdf-printer';
import { printedIssue } from './output/printed';
import { type Made, type PlannedFile, plannedFiles, type Print } from './planned-files';

const sha256Of = (made: Buffer): string => createHash('sha256').update(made).digest('hex');

/** Makes the files of an issue from what was frozen and stores their bytes, each once. */
@Injectable()
export class MakeFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: IssueQueries,
    private readonly issues: IssueStore,
    private readonly printer: PdfPrinter,
  ) {}

  /** All files at freezing; those that are stored already stay. */
  async execute(id: YearlyIssueId, going: Going): Promise<void> {
    const there = await this.transactions.read((read) => this.issues.fileNames(read, id));
    await this.withPlan(id, async (files) => {
      for (const [position, file] of files.entries()) {
        await going({ step: 'files', done: position, total: files.length });
        if (!there.has(file.name)) await this.store(id, { file, position });
      }
    });
  }

  /** The files that could not be made at freezing, each with the time at which it was made; why some still cannot be. */
  async missing(id: YearlyIssueId, isLeaving: () => boolean): Promise<string | null> {
    const missing = await this.transactions.read((read) => this.issues.missingFiles(read, id));
    let failure: string | null = null;
    await this.withPlan(id, async (files) => {
      for (const { name, make } of files.filter((file) => missing.has(file.name))) {
        if (isLeaving()) return;
        const made = await make();
        if (Buffer.isBuffer(made)) await this.fill(id, name, made);
        else ({ failure } = made);
      }
    });
    return failure;
  }

  private async fill(id: YearlyIssueId, name: string, content: Buffer): Promise<void> {
    const file = { name, content, sha256: sha256Of(content), at: this.clock.now() };
    await this.transactions.write((tx) => this.issues.fillFile(tx, id, file));
  }

  private async store(id: YearlyIssueId, { file, position }: { file: PlannedFile; position: number }): Promise<void> {
    const { name, kind, language } = file;
    const made = await file.make();
    const bytes = Buffer.isBuffer(made)
      ? { content: made, sha256: sha256Of(made), failure: null }
      : { content: null, sha256: null, failure: made.failure };
    await this.transactions.write((tx) => this.issues.addFile(tx, id, { name, kind, language, position, ...bytes }));
  }

  /** The browser is opened when the first page is printed, and closed in the end. */
  private async withPlan(id: YearlyIssueId, use: (files: readonly PlannedFile[]) => Promise<void>): Promise<void> {
    const { document, hash } = orNotFound(await this.transactions.read((read) => this.queries.stored(read, id)));
    let browser: ReturnType<PdfPrinter['open']> | null = null;
    const print: Print = async (makePage) => this.page(await (browser ??= this.printer.open()), makePage);
    try {
      await use(plannedFiles(printedIssue(document, hash), print));
    } finally {
      const open = await (browser as ReturnType<PdfPrinter['open']> | null);
      if (open && 'close' in open) await open.close();
    }
  }

  /** A page that cannot be printed here says why; the print page of the issue remains. */
  private async page(
    open: PrintingBrowser | { readonly failure: string },
    makePage: (fontStyles: readonly string[]) => string,
  ): Promise<Made> {
    if ('failure' in open) return open;
    try {
      return await this.printer.print(open, makePage);
    } catch (error) {
      return { failure: `printing failed: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}` };
    }
  }
}
