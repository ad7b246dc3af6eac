import { hasNumber } from './has-number';
import type { Unit } from './indicator';
import type { Trilingual } from './words';

/** What a source says, word for word, and how sure the statement is. */
export interface Quoted {
  readonly code: string;
  readonly quote: string | null;
  readonly source: string | null;
  /** Only `stated` counts. */
  readonly evidence: string;
}

/** What a numeral comes to, as far as a source could say the same. */
export interface Sayable {
  readonly value: number | null;
  readonly unknownRows: number;
  /** What is printed where nothing is known. */
  readonly words: Trilingual;
}

/** What sources say of a numeral: the code of the statement that says the same, or of one that says another number. */
export interface Said {
  readonly statedBy: string | null;
  readonly differsFrom: string | null;
}

/** No source says anything of it. */
export const unsaid: Said = { statedBy: null, differsFrom: null };

/**
 * How a source writes a unit behind its number, and what must not follow: 34人次 are times and no people, 6个月 months, 1对1
 * a form of guiding. People (名) are written 位 and 人 as well.
 */
const written: Partial<Readonly<Record<Unit, string>>> = {
  名: '(?:名(?!额|次)|位(?!数)|人(?!次))',
  个: '个(?!月)',
  对: '对(?![\\d一多])',
  批次: '批(?:次)?',
};
const unitIn = (unit: Unit): string => written[unit] ?? unit.replace('%', '[%％]');

/** Small numbers are written as counting words too; 一 is as often an article (一个, 一支) and says no number. */
const counting: Readonly<Record<string, number>> = {
  ...{ 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

/** What stands before a number that is not the number of things: 第12期 is one edition, 约75位 and 10–11批次 are none exactly. */
const otherwise = '第约近逾超余\\-–—~～至';
const more = '一二两三四五六七八九十百千万亿';

function numbersWith(quote: string, unit: Unit): readonly number[] {
  const plain = quote.normalize('NFKC');
  const digits = new RegExp(`(?<!\\d[.,]|[\\d${otherwise}${more}]|超过|不到|至少)(\\d+)${unitIn(unit)}`, 'gu');
  const words = new RegExp(`(?<![\\d${otherwise}${more}]|超过|不到|至少)([两二三四五六七八九十])${unitIn(unit)}`, 'gu');
  return [
    ...[...plain.matchAll(digits)].map(([, number]) => Number(number)),
    ...[...plain.matchAll(words)].map(([, word]) => counting[word ?? ''] ?? 0),
  ];
}

/** The words of a source, where a statement may stand for them: it is called stated, and quotes a named source. */
const wordsOf = ({ quote, source, evidence }: Omit<Quoted, 'code'>): string =>
  evidence === 'stated' && (source ?? '').trim() !== '' ? (quote ?? '') : '';

/**
 * Does a source say this very number? A statement that is stated, with its quote and its source, in which the number
 * stands as a whole run of digits (or as a counting word up to ten) with the unit right behind it, or the very words
 * that are printed where no number is known (多所). A number of which rows are unknown is stated by nothing.
 */
export function isStatedBy(number: Sayable, unit: Unit, statement: Omit<Quoted, 'code'>): boolean {
  const words = wordsOf(statement);
  if (!hasNumber(number)) return words.includes(number.words.zh);
  return number.unknownRows === 0 && numbersWith(words, unit).some((one) => one === number.value);
}

/** Does a source say another number of this unit, and this one not? */
export const isContradictedBy = (number: Sayable, unit: Unit, statement: Omit<Quoted, 'code'>): boolean =>
  hasNumber(number) &&
  number.unknownRows === 0 &&
  numbersWith(wordsOf(statement), unit).length > 0 &&
  !isStatedBy(number, unit, statement);

/** What the statements that tell of a numeral say of it; what one of them states no other contradicts. */
export function saidOf(number: Sayable, unit: Unit, statements: readonly Quoted[]): Said {
  const by = statements.find((one) => isStatedBy(number, unit, one));
  if (by) return { statedBy: by.code, differsFrom: null };
  const against = statements.find((one) => isContradictedBy(number, unit, one));
  return { statedBy: null, differsFrom: against?.code ?? null };
}
