import type { ReportingSide } from '../../access';
import type { Canonical } from './canonical';
import { canonicalText } from './canonical';
import type { YearlyChange } from './changes';
import type { Trilingual } from '../words';
import type { YearlyContent } from './content';

/** Who approved for a side, when (an instant in UTC), and for which organisation. */
export interface YearlySigner {
  readonly side: ReportingSide;
  readonly name: string;
  readonly organisation: string;
  readonly at: string;
}

/** How many rows lie behind a numeral, and the digest of them (sha-256, hex). */
export interface YearlyRowsDigest {
  readonly key: string;
  readonly count: number;
  readonly sha256: string;
}

/** A column of rows, with the words of its values where they are a closed list. */
export interface YearlyColumn {
  readonly field: string;
  readonly name: Trilingual;
  readonly kind: string;
  readonly choices: Readonly<Record<string, Trilingual>> | null;
}

/** What the rows of a source are called, and what they show. */
export interface YearlySource {
  readonly name: Trilingual;
  readonly columns: readonly YearlyColumn[];
}

/** A frozen issue, whole: its canonical text is what is stored, served and hashed. */
export interface YearlyDocument {
  readonly format: 'qinglan-yearly-1';
  readonly year: number;
  readonly number: number;
  readonly frozenAt: string;
  readonly frozenBy: string;
  /** Why there is a later issue; null for the first. */
  readonly reason: string | null;
  readonly signers: readonly YearlySigner[];
  readonly changes: readonly YearlyChange[];
  readonly content: YearlyContent;
  readonly rows: readonly YearlyRowsDigest[];
  /** In which words its rows are read, by source; issues of before do not have them, and are read in those of today. */
  readonly sources?: Readonly<Record<string, YearlySource>>;
}

/** The text of which the hash of an issue is taken. */
export const yearlyText = (document: YearlyDocument): string => canonicalText(document as unknown as Canonical);
