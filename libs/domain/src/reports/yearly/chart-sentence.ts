import { printNumber } from '../numeral';
import type { Chart } from '../template';
import { inLanguage, type ReportLanguage, type Trilingual, trilingual } from '../words';
import type { YearlyChart, YearlyGroup, YearlySaid } from './content';

const between = trilingual('、', ', ', '، ');
const others = trilingual('等', ' and others', ' قاتارلىق');
/** More groups that are level are not all named. */
const mostNamed = 4;

/** The groups that are largest of those shown: several where they are level, none where nothing is shown. */
export function largestGroups<Group extends Pick<YearlyGroup, 'value' | 'isHidden'>>(
  groups: readonly Group[],
): readonly Group[] {
  const shown = groups.filter(({ isHidden, value }) => !isHidden && value !== null);
  const highest = Math.max(...shown.map(({ value }) => value ?? 0));
  return shown.filter(({ value }) => value === highest);
}

function namesOf(groups: readonly YearlyGroup[], language: ReportLanguage): string {
  const named = groups.length > mostNamed ? groups.slice(0, mostNamed - 1) : groups;
  const names = named.map(({ label }) => inLanguage(label, language)).join(between[language]);
  return named.length < groups.length ? `${names}${others[language]}` : names;
}

/** Words and placeholders apart, in their order: a name that looks like one of them stays a name. */
const placed = /(\{\{(?:most|value|total)\}\})/;

type Words = Readonly<Record<string, YearlySaid>>;

const piecesOf = (sentence: string, words: Words): readonly YearlySaid[] =>
  sentence
    .split(placed)
    .map((text) => words[text] ?? { kind: 'text' as const, text })
    .filter(({ text }) => text !== '');

/**
 * What a chart says, in pieces: its largest group that is shown (each of those that are level), its number, and all
 * together; nothing where nothing is shown. `total` is how the whole is printed.
 */
export function chartSaid(
  chart: Pick<Chart, 'sentence'>,
  groups: readonly YearlyGroup[],
  total: Trilingual,
): NonNullable<YearlyChart['said']> {
  const most = largestGroups(groups);
  const [first] = most;
  const said = (wanted: ReportLanguage): readonly YearlySaid[] => {
    if (!first) return [];
    // A sentence that is not written in a language is read in Chinese, and so is everything in it.
    const language = chart.sentence[wanted] === '' ? 'zh' : wanted;
    return piecesOf(inLanguage(chart.sentence, language), {
      '{{most}}': { kind: 'text', text: namesOf(most, language) },
      '{{value}}': { kind: 'most', text: printNumber(first.value ?? 0) },
      '{{total}}': { kind: 'total', text: inLanguage(total, language) },
    });
  };
  return { zh: said('zh'), en: said('en'), ug: said('ug') };
}
