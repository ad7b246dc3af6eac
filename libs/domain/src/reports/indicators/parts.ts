import type { CountRule, DerivedRule, Filter, Indicator, Unit } from '../indicator';
import type { Population } from '../source';
import type { SourceName } from '../sources';
import { type Trilingual, trilingual } from '../words';

/** 未统计: nobody counted it, which is not the same as none. */
export const notCounted = trilingual('未统计', 'not recorded', 'ستاتىستىكا قىلىنمىغان');

const headquarters = trilingual('指挥部', 'Headquarters');

/** What most indicators of the list have in common. */
const usual = {
  period: 'during',
  population: null,
  isReckoned: false,
  mayOverlap: [],
  alongside: null,
  owner: headquarters,
  unknownWords: notCounted,
} as const satisfies Partial<Indicator>;

/** An indicator in few words: key, unit, its name and its definition. */
export interface Told {
  readonly key: string;
  readonly unit: Unit;
  readonly name: Trilingual;
  readonly says: Trilingual;
}

type Rest = Partial<Omit<Indicator, 'key' | 'unit' | 'name' | 'definition' | 'rule'>>;

const named = ({ key, unit, name, says }: Told) => ({ ...usual, key, unit, name, definition: says });

/** Counts rows, or a field once each, or adds up a number. */
export const counted = (told: Told, rule: Omit<CountRule, 'kind'>, rest: Rest = {}): Indicator => ({
  ...named(told),
  ...rest,
  rule: { kind: 'count', ...rule },
});

/** Reckoned from others. */
export const derived = (told: Told, rule: Omit<DerivedRule, 'kind'>, rest: Rest = {}): Indicator => ({
  ...named(told),
  ...rest,
  rule: { kind: 'derived', ...rule },
});

/** Rows of a source under conditions. */
export const rows = (source: SourceName, ...where: readonly Filter[]): Omit<CountRule, 'kind'> => ({
  source,
  measure: { of: 'rows' },
  where,
});

/** The different values of a field. */
export const distinct = (source: SourceName, field: string, ...where: readonly Filter[]): Omit<CountRule, 'kind'> => ({
  source,
  measure: { of: 'distinct', field },
  where,
});

/** A number added up. */
export const sum = (source: SourceName, field: string, ...where: readonly Filter[]): Omit<CountRule, 'kind'> => ({
  source,
  measure: { of: 'sum', field },
  where,
});

/** Rows with one of these values. */
export const is = (field: string, ...values: readonly string[]): Filter => ({ field, is: values });

/** Rows that have anything there. */
export const known = (field: string): Filter => ({ field, isKnown: true });

/** People of one population. */
export const people = (population: Population, rest: Rest = {}): Rest => ({ population, ...rest });
