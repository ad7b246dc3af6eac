import type { IndicatorAnswer } from './answer';
import { hasNumber } from './has-number';
import { inLanguage, type ReportLanguage, trilingual } from './words';

/** How a numeral is written: in digits, or as a Chinese counting word in the text (两期, 三个学段). */
export type NumeralForm = 'digits' | 'words';

const atLeast = trilingual('至少 ', 'at least ', 'كەم دېگەندە ');
const counting = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ug: [] as readonly string[],
} as const satisfies Readonly<Record<ReportLanguage, readonly string[]>>;

/** A number as it is printed: whole, or with its decimals where it has any; never grouped, so that it can be searched. */
export const printNumber = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100);

/**
 * The printed text of an answer: its number; at least so much where some rows are unknown (at least nothing is unknown);
 * the words of its definition where nothing is known. An unknown never prints as 0.
 */
export function printNumeral(
  answer: Pick<IndicatorAnswer, 'value' | 'unknownRows' | 'words'>,
  language: ReportLanguage,
  form: NumeralForm = 'digits',
): string {
  const { value, unknownRows } = answer;
  if (value === null || !hasNumber(answer)) return inLanguage(answer.words, language);
  const word = form === 'words' && Number.isInteger(value) ? counting[language][value] : undefined;
  const number = word ?? printNumber(value);
  return unknownRows > 0 ? `${inLanguage(atLeast, language)}${number}` : number;
}
