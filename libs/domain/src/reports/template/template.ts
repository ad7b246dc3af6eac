import type { Trilingual } from '../words';

/** A text with numerals, and what is read in its place where one of them is not a number. */
export interface Worded {
  readonly text: Trilingual;
  /** Names the same numerals, so that they still open: 完成情况{{obligations-met}} reads 完成情况未统计. */
  readonly instead?: Trilingual;
}

/**
 * A clause of a paragraph. `{{key}}` is the numeral of an indicator, `{{key|words}}` the same as a counting word,
 * `{{list:key}}` a list, `{{statement:code}}` the text of a stated fact, `{{year}}` the year. A clause that needs
 * something nobody knows is left out.
 */
export interface Clause extends Worded {
  /** Keys of indicators, lists (`list:…`) and statements (`statement:…`) that have to have rows; `value:…` a number. */
  readonly needs: readonly string[];
  /** What must not be known: the clause stands in for one that needs it. */
  readonly unless?: string;
}

/** Clauses that are printed one behind the other. */
export interface Paragraph {
  readonly key: string;
  readonly clauses: readonly Clause[];
}

/** A row of the table of facts: a label, its text with live numerals, and the rule by which it is printed. */
export interface FactRow extends Worded {
  /** S01 to S27 as stated, D1 to D7 derived. */
  readonly id: string;
  readonly label: Trilingual;
  /** The statement that carries the quote. */
  readonly statement: string | null;
  /** Numerals of the text of which the statement says nothing, although it gives a number of their unit. */
  readonly untold?: readonly string[];
  /** What the reader has to know: how it is counted, what it is never added to. */
  readonly rule: Trilingual;
}

/** How a chart is drawn; its table and its sentence are always there. */
export const chartKinds = ['bar', 'column', 'line', 'pie', 'stacked', 'none'] as const;

/** How a chart is drawn. */
export type ChartKind = (typeof chartKinds)[number];

/** A breakdown of an indicator as a chart, with a sentence that says what it shows. */
export interface Chart {
  readonly key: string;
  readonly title: Trilingual;
  readonly indicator: string;
  /** A dimension of its rows, or `year`: the years up to this one. */
  readonly by: string;
  /** What each bar is parted by, where it is stacked. */
  readonly within?: string;
  readonly kind: ChartKind;
  /** With `{{most}}` for the largest group and `{{value}}` for its number, `{{total}}` for all. */
  readonly sentence: Trilingual;
}

/** A part of the report. */
export interface Section {
  readonly key: string;
  readonly title: Trilingual;
  readonly paragraphs: readonly Paragraph[];
  /** Indicators of the section's table, in order. */
  readonly indicators: readonly string[];
  readonly charts: readonly Chart[];
}

/** What a yearly report consists of before anybody writes in it. */
export interface ReportTemplate {
  readonly key: string;
  readonly title: Trilingual;
  readonly headline: string;
  readonly sections: readonly Section[];
  readonly facts: readonly FactRow[];
}
