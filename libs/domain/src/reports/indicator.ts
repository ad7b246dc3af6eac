import type { Population } from './source';
import type { SourceName } from './sources';
import type { Trilingual } from './words';

/** What a number is a number of: things, people, editions, batches, times, lessons, minutes, schools, pairs, a share. */
export const units = [
  '个',
  '名',
  '期',
  '批次',
  '人次',
  '次',
  '节',
  '分钟',
  '所',
  '对',
  '项',
  '件',
  '种',
  '%',
  '比',
] as const;

/** What a number is a number of. */
export type Unit = (typeof units)[number];

/** Rows whose field has one of the values, or none of them. */
export interface ValueFilter {
  readonly field: string;
  readonly is: readonly string[];
}

/** Rows that have anything in a field, or nothing. */
export interface KnownFilter {
  readonly field: string;
  readonly isKnown: boolean;
}

/** One condition on the rows of a source; all of them hold. */
export type Filter = ValueFilter | KnownFilter;

/** Counts rows, counts the different values of a field once each, or adds up a number. */
export type Measure =
  | { readonly of: 'rows' }
  | { readonly of: 'distinct'; readonly field: string }
  | { readonly of: 'sum'; readonly field: string };

/** Counts the rows of one source. */
export interface CountRule {
  readonly kind: 'count';
  readonly source: SourceName;
  readonly measure: Measure;
  readonly where: readonly Filter[];
}

/** How a number is reckoned from others: added, taken away, or divided (a share is a ratio in percent). */
export const operations = ['sum', 'difference', 'ratio', 'share'] as const;

/** How a number is reckoned from others. */
export type Operation = (typeof operations)[number];

/** Reckons a number from other indicators; what comes of it is always called derived (推算). */
export interface DerivedRule {
  readonly kind: 'derived';
  readonly operation: Operation;
  readonly from: readonly string[];
}

/** A counted thing with its definition (口径): data, kept in versions. */
export interface Indicator {
  /** Small letters, digits and dashes; never changes. */
  readonly key: string;
  readonly name: Trilingual;
  /** What is counted and what is not, in words. */
  readonly definition: Trilingual;
  readonly unit: Unit;
  readonly rule: CountRule | DerivedRule;
  /** Over the days of the year, or as it stands on one day. */
  readonly period: 'during' | 'as-of';
  /** Whose people they are; null where no people are counted. */
  readonly population: Population | null;
  /** Nowhere stated as such, but counted from the rows: called derived (推算) as well. */
  readonly isReckoned: boolean;
  /** Indicators whose rows may be the same happenings told twice; never added to this one. */
  readonly mayOverlap: readonly string[];
  /** The same counted the other way (人数 beside 人次), shown side by side. */
  readonly alongside: string | null;
  readonly owner: Trilingual;
  /** What is printed where nothing is known: 多期, 多所, 未统计. */
  readonly unknownWords: Trilingual;
}

/** An indicator in one of its versions. */
export interface IndicatorVersion extends Indicator {
  readonly version: number;
}

/** Is the number reckoned rather than stated or recorded? */
export const isDerived = (indicator: Pick<Indicator, 'rule' | 'isReckoned'>): boolean =>
  indicator.rule.kind === 'derived' || indicator.isReckoned;

/** Does a filter ask for values? */
export const asksForValues = (filter: Filter): filter is ValueFilter => 'is' in filter;

/** Does an indicator count rows itself? */
export const isCounting = <I extends Pick<Indicator, 'rule'>>(
  indicator: I,
): indicator is I & { readonly rule: CountRule } => indicator.rule.kind === 'count';

/** A row's values by field; what is not there is unknown. */
export type RowValues = Readonly<Record<string, string | number | boolean | null>>;

/** Does a row meet every condition of a rule? */
export const rowMatches = (where: readonly Filter[], values: RowValues): boolean =>
  where.every((filter) => {
    const value = values[filter.field] ?? null;
    if (!asksForValues(filter)) return (value !== null) === filter.isKnown;
    return value !== null && filter.is.includes(String(value));
  });
