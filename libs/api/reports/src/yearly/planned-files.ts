import { type ReportLanguage, reportLanguages } from '@qinglan/domain';
import { sharedFile } from './file-names';
import type { StoredFile } from './issue.store';
import { printPage } from './output/print-page';
import { type PrintedReport, withoutNames } from './output/printed';
import { reportBook } from './output/report-book';
import { reportCsv } from './output/report-csv';
import { reportTables } from './output/report-tables';

/** What came of making a file: its bytes, or why there are none. */
export type Made = Buffer | { readonly failure: string };

/** Prints one page; it is given the style sheets of the fonts. */
export type Print = (makePage: (fontStyles: readonly string[]) => string) => Promise<Made>;

/** A file that an issue has, and how it is made. */
export interface PlannedFile {
  readonly name: string;
  readonly kind: StoredFile['kind'];
  readonly language: ReportLanguage | null;
  readonly make: () => Promise<Made>;
}

/** Pages in each language, and the workbook. */
function printed(report: PrintedReport, name: string, print: Print): readonly PlannedFile[] {
  const pages = reportLanguages.map((language) => ({
    name: `${name}.${language}.pdf`,
    kind: 'pdf' as const,
    language,
    make: () => print((fontStyles) => printPage(report, language, fontStyles)),
  }));
  return [...pages, { name: `${name}.xlsx`, kind: 'xlsx', language: null, make: () => reportBook(report) }];
}

/** Every file of an issue in its order: pages and the workbook, a CSV a table, and what a link offers, which names nobody. */
export function plannedFiles(report: PrintedReport, print: Print): readonly PlannedFile[] {
  const tables = reportTables(report).map((table) => ({
    name: `${table.name}.csv`,
    kind: 'csv' as const,
    language: null,
    make: () => Promise.resolve(reportCsv(table)),
  }));
  return [...printed(report, 'report', print), ...tables, ...printed(withoutNames(report), sharedFile, print)];
}

const unprinted: Print = () => Promise.resolve({ failure: '' });
const isShared = (name: string) => name.startsWith(`${sharedFile}.`);

/** The names of every file that an issue has, made or not; one that was frozen before links offered files has none of those. */
export const plannedNames = (report: PrintedReport, there: readonly string[]): readonly string[] =>
  plannedFiles(report, unprinted)
    .map(({ name }) => name)
    .filter((name) => !isShared(name) || there.some(isShared));
