/** The languages in which a report is kept, first one first. */
export const yearlyLanguages = ['zh', 'en', 'ug'] as const;

/** A language in which a report is kept. */
export type YearlyLanguage = (typeof yearlyLanguages)[number];

/** The same words in three languages; what is empty in en or ug is read in zh. */
export type YearlyWords = Readonly<Record<YearlyLanguage, string>>;

/** Words in a language, or in zh where nobody wrote them yet. */
export const wordsIn = (words: YearlyWords, language: YearlyLanguage): string => words[language] || words.zh;

/**
 * Where a number or a fact comes from: out of the system's own records, stated by a source (原文), inferred (推断),
 * of the demonstration (示例), or reckoned from other numbers (推算).
 */
export const yearlyMarks = ['recorded', 'stated', 'inferred', 'demo', 'derived'] as const;

/** One way of telling where something comes from. */
export type YearlyMark = (typeof yearlyMarks)[number];

/** One numeral with its definition, as it was when the report was read or frozen; a null value is unknown, never 0. */
export interface YearlyFigure {
  readonly key: string;
  /** The version of the definition that counted it. */
  readonly version: number;
  readonly name: YearlyWords;
  readonly unit: YearlyWords;
  readonly definition: YearlyWords;
  readonly value: number | null;
  /** What stands in a sentence: `34`, `至少 12`, `多所`. */
  readonly printed: YearlyWords;
  /** How many rows lie behind it, and in how many of them the number is unknown. */
  readonly rows: number;
  readonly unknownRows: number;
  readonly marks: readonly YearlyMark[];
  /** The last day that is counted. */
  readonly asOf: string;
}

/** A piece of a sentence; with a key it is a numeral or a list that opens. */
export interface YearlyPart {
  readonly text: string;
  readonly key: string | null;
}

/** One row of the table of facts. */
export interface YearlyFact {
  /** As facts are numbered: S13, D3. */
  readonly id: string;
  readonly label: YearlyWords;
  /** The indicator behind it, or null where it is a statement of a source. */
  readonly key: string | null;
  readonly printed: YearlyWords;
  /** Word for word from the source, in the language of the source. */
  readonly quote: string | null;
  readonly source: string | null;
  readonly marks: readonly YearlyMark[];
}

/** The forms in which a chart is drawn. */
export const yearlyChartKinds = ['bar', 'line', 'pie', 'stacked'] as const;

/** A form in which a chart is drawn. */
export type YearlyChartKind = (typeof yearlyChartKinds)[number];

/** One bar of a chart; a hidden group has fewer than five people, or would give one away that has. */
export interface YearlyGroup {
  readonly label: YearlyWords;
  readonly value: number | null;
  readonly isHidden: boolean;
}

/** A numeral broken down, with the sentence that says what it shows. */
export interface YearlyChart {
  readonly key: string;
  readonly by: string;
  readonly kind: YearlyChartKind;
  readonly sentence: YearlyWords;
  readonly groups: readonly YearlyGroup[];
}

/** What a section mainly is. */
export const yearlySectionKinds = ['paragraph', 'figures', 'facts', 'chart', 'text'] as const;

/** What a section mainly is. */
export type YearlySectionKind = (typeof yearlySectionKinds)[number];

/** A section as it is read: the words with their numerals, then numbers, facts or a chart where it has them. */
export interface YearlySection {
  readonly code: string;
  readonly kind: YearlySectionKind;
  readonly title: YearlyWords;
  readonly parts: Readonly<Record<YearlyLanguage, readonly YearlyPart[]>>;
  /** Keys of the figures that stand in its table. */
  readonly figures: readonly string[];
  readonly facts: readonly YearlyFact[];
  readonly chart: YearlyChart | null;
}

/** What a year's report says, draft or frozen: complete in itself, so that it is printed without asking anything else. */
export interface YearlyContent {
  readonly year: number;
  readonly asOf: string;
  readonly title: YearlyWords;
  readonly sections: readonly YearlySection[];
  /** Every numeral that is named anywhere in the sections, by key. */
  readonly figures: readonly YearlyFigure[];
}
