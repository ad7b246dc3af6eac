import type { IndicatorAnswer } from '../answer';
import { certaintyOf, certaintyOfRows, type RowCertainty, type Sure } from '../certainty';
import type { IndicatorVersion } from '../indicator';
import { printNumeral } from '../numeral';
import { type Chart, type FactRow, type Piece, renderText, type ReportFacts, wordedBy } from '../template';
import { type ReportLanguage, type Trilingual, trilingual } from '../words';
import { chartSaid } from './chart-sentence';
import {
  reportLanguages,
  type YearlyChart,
  type YearlyContent,
  type YearlyFact,
  type YearlyFigure,
  type YearlyGroup,
  type YearlyMark,
  type YearlySection,
} from './content';
import type { YearlyDraftSection } from './draft';
import { sectionText } from './section-text';

/** The quote behind a stated fact, and how sure it is. */
export interface YearlyQuote {
  readonly quote: string | null;
  readonly source: string | null;
  readonly certainty: RowCertainty;
}

/** A numeral by one of its dimensions, the largest group first. */
export interface YearlyBreakdown {
  readonly indicator: string;
  readonly by: string;
  readonly within?: string;
  readonly groups: readonly YearlyGroup[];
}

/** Everything that was counted for a year, at one moment. */
export interface YearlyCounted {
  readonly definitions: ReadonlyMap<string, IndicatorVersion>;
  readonly facts: ReportFacts;
  /** By the code of the statement. */
  readonly quotes: ReadonlyMap<string, YearlyQuote>;
  readonly breakdowns: readonly YearlyBreakdown[];
}

const inEach = <T>(make: (language: ReportLanguage) => T): Readonly<Record<ReportLanguage, T>> => ({
  zh: make('zh'),
  en: make('en'),
  ug: make('ug'),
});

/** 推算 first where it is, then how sure it is: stated where the source says the very number, else the weakest of the rows. */
export function marksOf(answer: Sure): readonly YearlyMark[] {
  const marks = [certaintyOf(answer), answer.derived ? certaintyOfRows(answer) : null];
  return marks.filter((mark) => mark !== null);
}

/** What the source says of a numeral, as far as a report keeps it: rows that are less sure than their total are told. */
export function saidOfFigure(answer: IndicatorAnswer): Pick<YearlyFigure, 'statedBy' | 'differsFrom' | 'rowsMark'> {
  const { statedBy, differsFrom } = answer;
  const rowsMark = statedBy === null ? null : certaintyOfRows(answer);
  const isWeaker = rowsMark === 'inferred' || rowsMark === 'demo';
  return {
    ...(statedBy !== null && { statedBy }),
    ...(differsFrom !== null && { differsFrom }),
    ...(isWeaker && { rowsMark }),
  };
}

/** A numeral with its definition, as a report keeps it. */
export function yearlyFigure(definition: IndicatorVersion, answer: IndicatorAnswer): YearlyFigure {
  const { key, version, revised, value, rows, unknownRows, asOf } = answer;
  const { name, unit, definition: words, rule, alongside } = definition;
  const from = rule.kind === 'derived' ? rule.from : [];
  const printed = inEach((language) => printNumeral(answer, language));
  const counted = { value, printed, rows, unknownRows, marks: marksOf(answer), asOf, ...saidOfFigure(answer) };
  const kept = { ...(revised !== undefined && { revised }), ...(alongside && { alongside }) };
  return { key, version, name, unit, definition: words, from, ...kept, ...counted };
}

const isOpen = ({ kind }: Piece) => kind !== 'text';

const marksIn = (pieces: readonly Piece[], { answers }: ReportFacts): readonly YearlyMark[] =>
  pieces.flatMap(({ kind, key }) => {
    const answer = kind === 'numeral' ? answers.get(key) : undefined;
    return answer ? marksOf(answer) : [];
  });

function factOf(fact: FactRow, counted: YearlyCounted): YearlyFact {
  const { id, label, rule, statement } = fact;
  const words = wordedBy(fact, counted.facts);
  const pieces = inEach((language) => renderText(words, counted.facts, language));
  const stated = counted.quotes.get(statement ?? '');
  const marks = [...marksIn(pieces.zh, counted.facts), ...(stated ? [stated.certainty] : [])];
  const { quote, source } = stated ?? { quote: null, source: null };
  return { id, label, text: pieces, rule, quote, source, marks: [...new Set(marks)] };
}

/** A fact of which a year has neither a row nor a statement is left out there. */
const isTold = ({ text, statement }: FactRow, { facts, quotes }: YearlyCounted): boolean =>
  quotes.has(statement ?? '') ||
  renderText(text, facts, 'zh')
    .filter(isOpen)
    .some(({ kind, key }) => kind === 'numeral' && (facts.answers.get(key)?.rows ?? 0) > 0);

function chartOf(chart: Chart, { breakdowns, facts }: YearlyCounted): YearlyChart {
  const { key, title, indicator, by, kind, within } = chart;
  const isAsked = (one: YearlyBreakdown) => one.indicator === indicator && one.by === by && one.within === within;
  const groups = breakdowns.find(isAsked)?.groups ?? [];
  const answer = facts.answers.get(indicator);
  const total = inEach((language) => (answer ? printNumeral(answer, language) : ''));
  const said = chartSaid(chart, groups, total);
  const sentence = inEach((language) => said[language].map(({ text }) => text).join(''));
  return { key, title, indicator, by, ...(within && { within }), kind, groups, sentence, said };
}

/** A section as it is read, with what was counted put in. */
export const sectionOf = (section: YearlyDraftSection, counted: YearlyCounted): YearlySection => ({
  code: section.code,
  kind: section.kind,
  title: section.title,
  text: sectionText(section, counted.facts),
  figures: section.plan.figures.filter((key) => counted.facts.answers.has(key) && counted.definitions.has(key)),
  facts: section.plan.facts.filter((fact) => isTold(fact, counted)).map((fact) => factOf(fact, counted)),
  charts: section.plan.charts.map((chart) => chartOf(chart, counted)),
});

const keysIn = (section: YearlySection): readonly string[] => [
  ...reportLanguages.flatMap((language) => [
    ...section.text[language].filter(({ kind }) => kind === 'numeral').map(({ key }) => key),
    ...section.facts.flatMap(({ text }) =>
      text[language].filter(({ kind }) => kind === 'numeral').map(({ key }) => key),
    ),
  ]),
  ...section.figures,
  ...section.charts.map(({ indicator }) => indicator),
];

/** These keys, what stands beside them counted the other way, and what they are reckoned from, however deep. */
function withOperands(keys: readonly string[], definitions: YearlyCounted['definitions']): readonly string[] {
  const found = new Set<string>();
  const visit = (key: string): void => {
    if (found.has(key)) return;
    found.add(key);
    const rule = definitions.get(key)?.rule;
    if (rule?.kind === 'derived') rule.from.forEach(visit);
  };
  keys.forEach(visit);
  [...found].forEach((key) => {
    const alongside = definitions.get(key)?.alongside;
    if (alongside) visit(alongside);
  });
  return [...found];
}

/** The words of a heading of the template with the year put in. */
const ofYear = (words: Trilingual, facts: ReportFacts): Trilingual =>
  inEach((language) =>
    renderText(words, facts, language)
      .map(({ text }) => text)
      .join(''),
  );

/** A report as it is read: the sections that are shown, in their order, with what was counted put in. */
export function composeYearly(
  about: { readonly asOf: string; readonly title: Trilingual; readonly headline: string },
  sections: readonly YearlyDraftSection[],
  counted: YearlyCounted,
): YearlyContent {
  const shown = sections.filter(({ isHidden }) => !isHidden).map((section) => sectionOf(section, counted));
  const figures = withOperands(shown.flatMap(keysIn), counted.definitions).flatMap((key) => {
    const [definition, answer] = [counted.definitions.get(key), counted.facts.answers.get(key)];
    return definition && answer ? [yearlyFigure(definition, answer)] : [];
  });
  const headline = counted.facts.statements.get(about.headline)?.text ?? trilingual('', '');
  const { year } = counted.facts;
  return { year, asOf: about.asOf, title: ofYear(about.title, counted.facts), headline, sections: shown, figures };
}

/** Which breakdowns have to be counted for these sections. */
export const breakdownsNeeded = (sections: readonly YearlyDraftSection[]): readonly Omit<YearlyBreakdown, 'groups'>[] =>
  sections
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ plan }) =>
      plan.charts.map(({ indicator, by, within }) => ({ indicator, by, ...(within && { within }) })),
    );
