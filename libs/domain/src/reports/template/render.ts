import type { IndicatorAnswer } from '../answer';
import { type Indicator, rowMatches, type RowValues } from '../indicator';
import { hasNumber } from '../has-number';
import { printNumeral } from '../numeral';
import { inLanguage, type ReportLanguage, type Trilingual, trilingual } from '../words';
import { type FoundList, type ListDefinition, reportLists } from './lists';
import type { Clause, FactRow, Paragraph, Worded } from './template';

/** A stated fact as a text needs it. */
export interface StatedText {
  readonly code: string;
  readonly text: Trilingual;
}

/** Everything the texts of one year are printed with. */
export interface ReportFacts {
  readonly year: number;
  readonly answers: ReadonlyMap<string, IndicatorAnswer>;
  readonly lists: ReadonlyMap<string, FoundList>;
  readonly statements: ReadonlyMap<string, StatedText>;
}

/** A piece of a printed text: plain words, or something that opens. */
export interface Piece {
  readonly kind: 'text' | 'numeral' | 'list' | 'statement';
  /** The key of the indicator or list, or the code of the statement; empty for plain words. */
  readonly key: string;
  readonly text: string;
}

const placeholder = /\{\{(?:(list|statement):)?([A-Za-z0-9-]+)(\|words)?\}\}/g;
const unknown = trilingual('未统计', 'not recorded', 'ستاتىستىكا قىلىنمىغان');
const definitions: ReadonlyMap<string, ListDefinition> = new Map(reportLists.map((list) => [list.key, list]));

/** Whether the stages reached are all there are. */
const coverage = (facts: ReportFacts): Trilingual =>
  facts.lists.get('stages')?.items.length === 3
    ? trilingual('全覆盖', 'all covered', 'تولۇق قاپلاندى')
    : trilingual('有覆盖', 'reached', 'قاپلاندى');

/** A list in words; an empty one is unknown. */
export function printList(list: FoundList | undefined, language: ReportLanguage): string {
  if (!list || list.items.length === 0) return inLanguage(unknown, language);
  const joint = definitions.get(list.key)?.joint ?? trilingual('、', ', ', '، ');
  // An empty joint is meant: 小初高.
  return list.items.map(({ words }) => inLanguage(words, language)).join(joint[language]);
}

type Match = readonly [kind: string | undefined, key: string, form: string | undefined];

function pieceOf([kind, key, form]: Match, facts: ReportFacts, language: ReportLanguage): Piece {
  if (kind === 'list') {
    if (key === 'stage-coverage') return { kind: 'text', key: '', text: inLanguage(coverage(facts), language) };
    return { kind: 'list', key, text: printList(facts.lists.get(key), language) };
  }
  if (kind === 'statement') {
    const stated = facts.statements.get(key);
    return { kind: 'statement', key, text: inLanguage(stated?.text ?? unknown, language) };
  }
  if (key === 'year') return { kind: 'text', key: '', text: String(facts.year) };
  const answer = facts.answers.get(key);
  const text = answer ? printNumeral(answer, language, form ? 'words' : 'digits') : inLanguage(unknown, language);
  return { kind: 'numeral', key, text };
}

/** What a number is counted in, where nothing of a word follows: 人次。 and not 人员, 次年, 所有, 个人. */
const measure =
  /^ ?(?:(?:个|名|位|人次|人|期|批次|节|分钟|所|对|项|次|件|种)(?=[\s。，、；：！？）》」』”’.,;:!?)\]…]|$)|(?:people|editions)(?=[.,;:!?)\]…]|$))/u;

const isNumber = (key: string, { answers }: ReportFacts): boolean => {
  const answer = answers.get(key);
  return answer !== undefined && hasNumber(answer);
};

/** Behind a numeral that is no number nothing is counted: 未统计, not 未统计 项. Other words stay as they were written. */
function withoutMeasure(pieces: readonly Piece[], facts: ReportFacts): readonly Piece[] {
  const told = pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    const isUnknown = before?.kind === 'numeral' && !isNumber(before.key, facts);
    if (piece.kind !== 'text' || !isUnknown) return piece;
    const text = piece.text.replace(measure, '');
    // What opens may go on with the word.
    return text === '' && after ? piece : { ...piece, text };
  });
  return told.filter(({ kind, text }) => kind !== 'text' || text !== '');
}

/** A text with its placeholders filled, in pieces of which the live ones open. */
export function renderText(text: Trilingual, facts: ReportFacts, language: ReportLanguage): readonly Piece[] {
  // A sentence that nobody wrote in a language yet is read in Chinese, its numerals too.
  const spoken: ReportLanguage = text[language] ? language : 'zh';
  const words = text[spoken];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of words.matchAll(placeholder)) {
    if (match.index > from) pieces.push({ kind: 'text', key: '', text: words.slice(from, match.index) });
    pieces.push(pieceOf([match[1], match[2] ?? '', match[3]], facts, spoken));
    from = match.index + match[0].length;
  }
  if (from < words.length) pieces.push({ kind: 'text', key: '', text: words.slice(from) });
  return withoutMeasure(pieces, facts);
}

/** How a text is worded with these facts: the other way where one of its numerals is not a number. */
export const wordedBy = ({ text, instead = text }: Worded, facts: ReportFacts): Trilingual =>
  numeralsIn(text).every((key) => isNumber(key, facts)) ? text : instead;

const hasRowsOrValue = (answer: IndicatorAnswer | undefined) =>
  answer !== undefined && (answer.rows > 0 || answer.value !== null);

/** What each kind of need asks of the facts; a need without a kind is an indicator. */
const asks: Readonly<Record<string, (key: string, facts: ReportFacts) => boolean>> = {
  list: (key, { lists }) => (lists.get(key)?.items.length ?? 0) > 0,
  statement: (key, { statements }) => statements.has(key),
  value: (key, { answers }) => (answers.get(key)?.value ?? null) !== null,
  numeral: (key, { answers }) => hasRowsOrValue(answers.get(key)),
};

function isKnown(need: string, facts: ReportFacts): boolean {
  const [kind, key = ''] = need.includes(':') ? need.split(':') : ['numeral', need];
  return asks[kind ?? '']?.(key, facts) ?? false;
}

/** The clauses of a paragraph that have what they need. */
export const clausesOf = (paragraph: Paragraph, facts: ReportFacts): readonly Clause[] =>
  paragraph.clauses.filter(
    ({ needs, unless }) =>
      needs.every((need) => isKnown(need, facts)) && (unless === undefined || !isKnown(unless, facts)),
  );

/** A paragraph in pieces. */
export const renderParagraph = (paragraph: Paragraph, facts: ReportFacts, language: ReportLanguage): readonly Piece[] =>
  clausesOf(paragraph, facts).flatMap((clause) => renderText(wordedBy(clause, facts), facts, language));

/** Pieces as one plain text. */
export const plainText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The keys of indicators that a text names. */
export const numeralsIn = (text: Trilingual): readonly string[] =>
  [...text.zh.matchAll(placeholder)].flatMap(([, kind, key]) => (kind || !key || key === 'year' ? [] : [key]));

/** The statements that tell of a row: those of the facts whose numerals count it. */
export function quotesOf(
  row: { readonly source: string; readonly values: RowValues },
  facts: readonly FactRow[],
  definitions: readonly Indicator[],
): readonly string[] {
  const counts = new Set(
    definitions
      .filter(({ rule }) => rule.kind === 'count' && rule.source === row.source && rowMatches(rule.where, row.values))
      .map(({ key }) => key),
  );
  const telling = facts.filter(({ text }) => numeralsIn(text).some((key) => counts.has(key)));
  return telling.flatMap(({ statement }) => statement ?? []);
}
