import type { SpokenLanguage } from '@qinglan/api-platform';
import type { ExportedPairing } from './export.queries';

/** Language and Beijing day of a workbook. */
export interface BookFacts {
  readonly language: SpokenLanguage;
  readonly today: string;
}

/** What the thread is told: rows to write, or that there are no more, and whether some were left out. */
export type ToBook = { readonly rows: readonly ExportedPairing[] } | { readonly isCut: boolean };

/** What the thread says: a piece of the file, that the rows are taken, or that the file is whole. */
export type FromBook = { readonly piece: Uint8Array } | { readonly says: 'taken' | 'whole' };
