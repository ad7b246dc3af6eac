import {
  type YearlyChart,
  type YearlyContent,
  type YearlyFact,
  type YearlyFigure,
  type YearlyGroup,
  type YearlyLanguage,
  yearlyLanguages,
  type YearlyMark,
  type YearlySection,
  type YearlyWords,
  wordsIn,
} from './content';
import type { YearlyChartPlan, YearlyDraftSection, YearlyFactPlan } from './draft';
import { fillPlaceholders, placeholdersOf } from './placeholders';

/** What a source states, under its code. */
export interface YearlyStatement {
  readonly code: string;
  readonly printed: YearlyWords;
  readonly quote: string | null;
  readonly source: string | null;
  readonly marks: readonly YearlyMark[];
}

/** A list of names of organisations, printed as one text. */
export interface YearlyList {
  readonly key: string;
  readonly printed: YearlyWords;
}

/** A numeral by one of its dimensions. */
export interface YearlyBreakdown {
  readonly key: string;
  readonly by: string;
  readonly groups: readonly YearlyGroup[];
}

/** Everything that was counted for a year, at one moment. */
export interface YearlyCounted {
  readonly figures: readonly YearlyFigure[];
  readonly lists: readonly YearlyList[];
  readonly statements: readonly YearlyStatement[];
  readonly breakdowns: readonly YearlyBreakdown[];
}

/** What of a year has to be counted for these sections: keys of numerals and lists, codes of statements, breakdowns. */
export interface YearlyNeeds {
  readonly figures: readonly string[];
  readonly lists: readonly string[];
  readonly statements: readonly string[];
  readonly breakdowns: readonly { readonly key: string; readonly by: string }[];
}

const once = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
const isList = (key: string) => key.startsWith('list:');
const isText = (text: string | null): text is string => text !== null;

const namedIn = (section: YearlyDraftSection): readonly string[] => [
  ...yearlyLanguages.flatMap((language) => placeholdersOf(section.body[language])),
  ...section.figures,
  ...section.facts.map(({ key }) => key).filter(isText),
  ...(section.chart ? [section.chart.key, ...placeholdersOf(section.chart.sentence.zh)] : []),
];

/** What these sections name; hidden ones are not counted. */
export function yearlyNeeds(sections: readonly YearlyDraftSection[]): YearlyNeeds {
  const shown = sections.filter(({ isHidden }) => !isHidden);
  const named = once(shown.flatMap(namedIn));
  return {
    figures: named.filter((key) => !isList(key)),
    lists: named.filter(isList),
    statements: once(shown.flatMap(({ facts }) => facts.map(({ statement }) => statement).filter(isText))),
    breakdowns: shown.flatMap(({ chart }) => (chart ? [{ key: chart.key, by: chart.by }] : [])),
  };
}

/** Where nothing was stated or counted the words say so. */
const nothing: Omit<YearlyStatement, 'code'> = {
  printed: { zh: '未统计', en: 'not counted', ug: '' },
  quote: null,
  source: null,
  marks: [],
};

/** What was counted, to be looked up by key. */
class Counted {
  readonly figures: ReadonlyMap<string, YearlyFigure>;
  readonly statements: ReadonlyMap<string, YearlyStatement>;
  private readonly printed: Readonly<Record<YearlyLanguage, ReadonlyMap<string, string>>>;

  constructor(private readonly counted: YearlyCounted) {
    this.figures = new Map(counted.figures.map((figure) => [figure.key, figure]));
    this.statements = new Map(counted.statements.map((statement) => [statement.code, statement]));
    const texts = (language: YearlyLanguage) =>
      new Map([...counted.figures, ...counted.lists].map(({ key, printed }) => [key, wordsIn(printed, language)]));
    this.printed = { zh: texts('zh'), en: texts('en'), ug: texts('ug') };
  }

  fill(words: YearlyWords, language: YearlyLanguage) {
    return fillPlaceholders(wordsIn(words, language), this.printed[language]);
  }

  groups({ key, by }: YearlyChartPlan): readonly YearlyGroup[] {
    return this.counted.breakdowns.find((one) => one.key === key && one.by === by)?.groups ?? [];
  }
}

function factOf({ id, label, key, statement }: YearlyFactPlan, counted: Counted): YearlyFact {
  const { printed, quote, source, marks } = counted.statements.get(statement ?? '') ?? nothing;
  const figure = counted.figures.get(key ?? '') ?? { printed, marks };
  return { id, label, key, printed: figure.printed, quote, source, marks: figure.marks };
}

function chartOf(plan: YearlyChartPlan, counted: Counted): YearlyChart {
  const sentence = (language: YearlyLanguage) =>
    counted.fill(plan.sentence, language).reduce((told, part) => told + part.text, '');
  return {
    ...plan,
    sentence: { zh: sentence('zh'), en: sentence('en'), ug: sentence('ug') },
    groups: counted.groups(plan),
  };
}

const sectionOf = (section: YearlyDraftSection, counted: Counted): YearlySection => ({
  code: section.code,
  kind: section.kind,
  title: section.title,
  parts: {
    zh: counted.fill(section.body, 'zh'),
    en: counted.fill(section.body, 'en'),
    ug: counted.fill(section.body, 'ug'),
  },
  figures: section.figures.filter((key) => counted.figures.has(key)),
  facts: section.facts.map((fact) => factOf(fact, counted)),
  chart: section.chart && chartOf(section.chart, counted),
});

/** A report as it is read: the sections that are shown, in their order, with what was counted put in. */
export function composeYearly(
  about: Pick<YearlyContent, 'year' | 'asOf' | 'title'>,
  sections: readonly YearlyDraftSection[],
  given: YearlyCounted,
): YearlyContent {
  const counted = new Counted(given);
  const shown = sections.filter(({ isHidden }) => !isHidden);
  return { ...about, sections: shown.map((section) => sectionOf(section, counted)), figures: given.figures };
}
