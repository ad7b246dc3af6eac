import { certainties, type RowCertainty } from '../certainty';
import type { Unit } from '../indicator';
import type { ChartKind, Piece } from '../template';
import type { ReportLanguage, Trilingual } from '../words';

/** The languages in which a report is kept, first one first. */
export const reportLanguages = ['zh', 'en', 'ug'] as const satisfies readonly ReportLanguage[];

/** How sure a number or a fact is, or that it was reckoned from others (推算). */
export const yearlyMarks = [...certainties, 'derived'] as const;

/** How sure a number or a fact is, or that it was reckoned from others (推算). */
export type YearlyMark = RowCertainty | 'derived';

/** One numeral with its definition, as it was when the report was read or frozen; a null value is unknown, never 0. */
export interface YearlyFigure {
  readonly key: string;
  /** The version of the definition that counted it. */
  readonly version: number;
  /** How often the counting beneath the definition had changed; left out: never, or frozen before this was kept. */
  readonly revised?: number;
  readonly name: Trilingual;
  readonly unit: Unit;
  readonly definition: Trilingual;
  readonly value: number | null;
  /** What stands in a sentence: `34`, `至少 12`, `多所`. */
  readonly printed: Trilingual;
  /** How many rows lie behind it, and in how many of them the number is unknown. */
  readonly rows: number;
  readonly unknownRows: number;
  /** Keys of the numerals that it is reckoned from; none where rows are counted. */
  readonly from: readonly string[];
  /** Key of the same counted the other way (人数 beside 人次), where there is one. */
  readonly alongside?: string;
  /** 推算 first where it is, then how sure it is. */
  readonly marks: readonly YearlyMark[];
  /** The code of the statement that says this very number, where one does. */
  readonly statedBy?: string;
  /** How sure its rows are, where the source states the number and they are less sure: 合计照原文，逐行为示例. */
  readonly rowsMark?: RowCertainty;
  /** The code of the statement that says another number. */
  readonly differsFrom?: string;
  /** The last day that is counted. */
  readonly asOf: string;
}

/** A sentence in pieces, in each language; pieces that are no plain text open. */
export type YearlyPieces = Readonly<Record<ReportLanguage, readonly Piece[]>>;

/** One row of the table of facts. */
export interface YearlyFact {
  /** As facts are numbered: S13, D3. */
  readonly id: string;
  readonly label: Trilingual;
  readonly text: YearlyPieces;
  /** How it is counted, and what it is never added to; may be empty. */
  readonly rule: Trilingual;
  /** Word for word from the source, in the language of the source. */
  readonly quote: string | null;
  readonly source: string | null;
  readonly marks: readonly YearlyMark[];
}

/** What a number of a chart rests on and by what its rows are found; issues of before this was kept have neither. */
interface YearlyRowsOf {
  /** 推算 first where it is, then the weakest of its own rows, whatever confirms the total. */
  readonly marks?: readonly YearlyMark[];
  /** The value of the dimension, empty for rows that have none; over the years the year. None where the group is hidden. */
  readonly key?: string;
}

/** A part of a bar. */
export interface YearlyPart extends YearlyRowsOf {
  readonly label: Trilingual;
  readonly value: number | null;
}

/** One bar of a chart; a hidden group has fewer than five people, or would give one away that has. */
export interface YearlyGroup extends YearlyRowsOf {
  readonly label: Trilingual;
  readonly value: number | null;
  readonly isHidden: boolean;
  /** Of a stacked chart: what the bar consists of. */
  readonly parts?: readonly YearlyPart[];
}

/** A piece of what a chart says: plain words, the number of its largest groups, or that of all. */
export interface YearlySaid {
  readonly kind: 'text' | 'most' | 'total';
  readonly text: string;
}

/** A numeral broken down, with the sentence that says what it shows. */
export interface YearlyChart {
  readonly key: string;
  readonly title: Trilingual;
  readonly indicator: string;
  readonly by: string;
  readonly within?: string;
  readonly kind: ChartKind;
  readonly sentence: Trilingual;
  /** The sentence in pieces, so that its numbers open; issues of before this was kept have none. */
  readonly said?: Readonly<Record<ReportLanguage, readonly YearlySaid[]>>;
  readonly groups: readonly YearlyGroup[];
}

/** What a section is: part of the template, the table of facts, or free text that somebody added. */
export const yearlySectionKinds = ['section', 'facts', 'text'] as const;

/** What a section is. */
export type YearlySectionKind = (typeof yearlySectionKinds)[number];

/** A section as it is read: the words with their numerals, then numbers, facts and charts where it has them. */
export interface YearlySection {
  readonly code: string;
  readonly kind: YearlySectionKind;
  readonly title: Trilingual;
  readonly text: YearlyPieces;
  /** Keys of the figures that stand in its table. */
  readonly figures: readonly string[];
  readonly facts: readonly YearlyFact[];
  readonly charts: readonly YearlyChart[];
}

/** What a year's report says, draft or frozen: complete in itself, so that it is printed without asking anything else. */
export interface YearlyContent {
  readonly year: number;
  readonly asOf: string;
  readonly title: Trilingual;
  /** What the year is remembered by, word for word (S26); may be empty. */
  readonly headline: Trilingual;
  readonly sections: readonly YearlySection[];
  /** Every numeral that is named anywhere in the sections, by key. */
  readonly figures: readonly YearlyFigure[];
}
