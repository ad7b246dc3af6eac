import { computed, inject, Injectable, signal } from '@angular/core';
import { downloadTemplate, importRegister, listImports, type ImportReport } from '@qinglan/contracts';
import { ApiClient, paged, ProblemText, type DownloadedFile } from '@qinglan/web-platform';

// Beyond these the server refuses; it is said before anything is sent.
const megabyte = 1024 * 1024;
const mostOfFile = 5 * megabyte;
const mostTogether = 20 * megabyte;

const isReadable = (file: File) => /\.(csv|xlsx)$/i.test(file.name);

/** The files chosen, what a trial said of them, and what was imported. */
@Injectable()
export class ImportStore {
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);

  readonly files = signal<readonly File[]>([]);
  /** Names that were dropped although nobody can read them. */
  readonly refused = signal<readonly string[]>([]);
  readonly report = signal<ImportReport | null>(null);
  readonly problem = signal<string | null>(null);
  readonly busy = signal<'trying' | 'importing' | null>(null);

  readonly isTooLarge = computed(() => {
    const sizes = this.files().map(({ size }) => size);
    return sizes.some((size) => size > mostOfFile) || sizes.reduce((sum, size) => sum + size, 0) > mostTogether;
  });
  readonly mayTry = computed(() => this.files().length > 0 && !this.isTooLarge() && this.busy() === null);
  /** Only what was tried without a fault, and brings something, may be imported. */
  readonly mayImport = computed(() => {
    const report = this.report();
    return this.mayTry() && report !== null && report.dryRun && report.faultCount === 0 && this.bringsChange(report);
  });

  readonly past = paged((after) => this.api.call(listImports, { query: { limit: 10, after } }));

  /** A file of the same name takes the place of the one before. */
  add(files: readonly File[]): void {
    const readable = files.filter(isReadable);
    const names = new Set(readable.map(({ name }) => name));
    this.refused.set(files.filter((file) => !isReadable(file)).map(({ name }) => name));
    this.choose([...this.files().filter(({ name }) => !names.has(name)), ...readable]);
  }

  remove(name: string): void {
    this.choose(this.files().filter((file) => file.name !== name));
  }

  clear(): void {
    this.choose([]);
  }

  bringsChange(report: ImportReport): boolean {
    return report.sheets.some((sheet) => sheet.created + sheet.changed > 0);
  }

  async run(dryRun: boolean): Promise<void> {
    this.busy.set(dryRun ? 'trying' : 'importing');
    this.problem.set(null);
    this.report.set(null);
    try {
      this.report.set(await this.api.call(importRegister, { query: { dryRun: String(dryRun) }, form: this.form() }));
      if (this.report()?.applied) {
        this.files.set([]);
        void this.past.reload();
      }
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(null);
    }
  }

  template(): Promise<DownloadedFile> {
    return this.api.download(downloadTemplate);
  }

  private form(): FormData {
    const form = new FormData();
    for (const file of this.files()) form.append('file', file, file.name);
    return form;
  }

  private choose(files: readonly File[]): void {
    this.files.set(files);
    this.report.set(null);
    this.problem.set(null);
  }
}
