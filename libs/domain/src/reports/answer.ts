import { addCertainty, certaintyCounted, type CertaintyCounts, noRows } from './certainty';
import { isDerived, type IndicatorVersion, type Operation } from './indicator';
import { sourceNamed } from './sources';
import { type Quoted, type Said, saidOf, unsaid } from './stated';
import type { Trilingual } from './words';

/** What the rows of an indicator come to, before it is said what that means. */
export interface Counted {
  readonly rows: number;
  /** What the known rows come to; null where no row is known. */
  readonly value: number | null;
  /** Rows whose number or field is unknown. */
  readonly unknownRows: number;
  readonly certainty: CertaintyCounts;
}

/** The answer to an indicator for one year. */
export interface IndicatorAnswer extends Counted, Said {
  readonly key: string;
  readonly version: number;
  /** How often the counting beneath the definition has changed, or beneath what it is reckoned from; left out: never. */
  readonly revised?: number;
  readonly derived: boolean;
  /** The last day that counts, of Beijing. */
  readonly asOf: string;
  /** What is printed in place of a number that is not known. */
  readonly words: Trilingual;
}

/** Nothing was found. */
export const nothingCounted: Counted = { rows: 0, value: null, unknownRows: 0, certainty: noRows };

/** For which day an answer holds, and whether the system was in use by then. */
export interface AnswerFacts {
  readonly asOf: string;
  /** The first day on which the system recorded anything itself; null where it never did. */
  readonly inUseSince: string | null;
  /** By the key of a numeral what the source says of it; see `sayingsOf`. */
  readonly sayings?: ReadonlyMap<string, readonly Quoted[]>;
}

/** No row means none only of what the system itself records, and only since it does; else nobody knows. */
function settled(indicator: IndicatorVersion, counted: Counted, { asOf, inUseSince }: AnswerFacts): number | null {
  if (counted.rows > 0 || indicator.rule.kind === 'derived') return counted.value;
  const source = sourceNamed(indicator.rule.source);
  return source?.isRecorded && inUseSince !== null && inUseSince <= asOf ? 0 : null;
}

/** The revision of what is counted: the rows of the source, or the operands of what is reckoned. */
function revisedOf(
  { rule }: IndicatorVersion,
  operands: AnswerParts['operands'] = [],
): Pick<IndicatorAnswer, 'revised'> {
  const times =
    rule.kind === 'count'
      ? (sourceNamed(rule.source)?.revised ?? 0)
      : operands.reduce((sum, { revised = 0 }) => sum + revised, 0);
  return times > 0 ? { revised: times } : {};
}

/** What an answer is made from: the answers that it is reckoned from, where it is. */
export interface AnswerParts extends AnswerFacts {
  readonly operands?: readonly Pick<IndicatorAnswer, 'revised'>[];
}

/** Makes an answer of what was counted; what is reckoned is stated by nothing. */
export function answerOf(indicator: IndicatorVersion, counted: Counted, facts: AnswerParts): IndicatorAnswer {
  const value = settled(indicator, counted, facts);
  const derived = isDerived(indicator);
  const printed = { value, unknownRows: counted.unknownRows, words: indicator.unknownWords };
  const said = derived ? unsaid : saidOf(printed, indicator.unit, facts.sayings?.get(indicator.key) ?? []);
  // Within a year there is less than the source says at its end.
  const differsFrom = facts.asOf.endsWith('-12-31') ? said.differsFrom : null;
  return {
    ...counted,
    statedBy: said.statedBy,
    differsFrom,
    key: indicator.key,
    version: indicator.version,
    ...revisedOf(indicator, facts.operands),
    value,
    derived,
    asOf: facts.asOf,
    words: indicator.unknownWords,
  };
}

type Reckon = (values: readonly number[]) => number | null;

const divided = ([part, whole]: readonly number[]): number | null =>
  part === undefined || whole === undefined || whole === 0 ? null : part / whole;
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
const percent = (values: readonly number[]): number | null => {
  const part = divided(values);
  return part === null ? null : part * 100;
};

const reckonings: Readonly<Record<Operation, Reckon>> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  difference: ([whole, part]) => (whole ?? 0) - (part ?? 0),
  ratio: (values) => rounded(divided(values)),
  share: (values) => rounded(percent(values)),
};

/**
 * Reckons from answers; an operand that a source states counts as stated. A sum goes on with the operands that are known and is then at least so much; a difference or a
 * ratio of anything not wholly known is unknown. Ratios and shares have two decimals.
 */
export function reckon(operation: Operation, operands: readonly (Counted & Partial<Said>)[]): Counted {
  const rows = operands.reduce((sum, one) => sum + one.rows, 0);
  const certainty = operands.reduce((sum, one) => addCertainty(sum, certaintyCounted(one)), noRows);
  const vague = operands.filter((one) => one.value === null || one.unknownRows > 0);
  const known = operands.map(({ value }) => value).filter((value) => value !== null);
  const unknownRows = vague.reduce((sum, one) => sum + Math.max(1, one.unknownRows), 0);
  if (operation === 'sum')
    return { rows, certainty, unknownRows, value: known.length > 0 ? reckonings.sum(known) : null };
  return { rows, certainty, unknownRows, value: vague.length > 0 ? null : reckonings[operation](known) };
}

/** Adds numbers of which some are unknown: the known ones alone make the sum, and none at all makes no number. */
export function unknownAwareSum(numbers: readonly (number | null)[]): Pick<Counted, 'value' | 'unknownRows'> {
  const known = numbers.filter((number) => number !== null);
  const value = known.length > 0 ? known.reduce((sum, number) => sum + number, 0) : null;
  return { value, unknownRows: numbers.length - known.length };
}

/** Counts each value once; rows without one are unknown, and with nothing but those nothing is known. */
export function distinctCount(values: readonly (string | null)[]): Pick<Counted, 'value' | 'unknownRows'> {
  const known = values.filter((value) => value !== null);
  return { value: known.length > 0 ? new Set(known).size : null, unknownRows: values.length - known.length };
}
