import { accept, refuse, type Result } from '../kernel';
import { decideDerived, type DerivedRefusal } from './decide-derived';
import { asksForValues, type CountRule, type Filter, type Indicator } from './indicator';
import { distinctFieldOf, numberFieldOf, type Population, type Source } from './source';
import { sourceNamed } from './sources';

/** Why an indicator cannot be counted. */
export type IndicatorRefusal =
  | { readonly kind: 'source-unknown'; readonly source: string }
  | { readonly kind: 'field-unknown'; readonly field: string }
  | { readonly kind: 'value-unknown'; readonly field: string; readonly value: string }
  | { readonly kind: 'population-missing'; readonly field: string }
  | { readonly kind: 'population-differs'; readonly field: string }
  | DerivedRefusal;

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function takes(source: Source, field: string, value: string): boolean {
  const { kind, choices = {} } = source.dimensions[field] ?? { kind: 'words' };
  if (kind === 'choice') return Object.hasOwn(choices, value);
  if (kind === 'flag') return value === 'true' || value === 'false';
  if (kind === 'month') return month.test(value);
  return kind === 'words' ? value.length <= 120 : uuid.test(value);
}

function filterFault(source: Source, filter: Filter): IndicatorRefusal | null {
  const { field } = filter;
  const isNumber = Object.hasOwn(source.numbers, field);
  const isDimension = Object.hasOwn(source.dimensions, field);
  if (!isDimension && (asksForValues(filter) || !isNumber)) return { kind: 'field-unknown', field };
  if (!asksForValues(filter)) return null;
  const value = filter.is.find((one) => !takes(source, field, one));
  return value === undefined ? null : { kind: 'value-unknown', field, value };
}

/** A field that is measured: people of one population, of the one that the rows are of, or perhaps none. */
interface Measured {
  readonly population?: Population;
  readonly isOfPeople?: true;
}

/** People are counted as the population they are, and never as nobody's: small groups of them would be shown. */
function populationFault(
  indicator: Indicator,
  field: string,
  { population, isOfPeople }: Measured,
): IndicatorRefusal | null {
  if (indicator.population === null)
    return population || isOfPeople || indicator.unit === '名' ? { kind: 'population-missing', field } : null;
  return population && population !== indicator.population ? { kind: 'population-differs', field } : null;
}

function measureFault({ measure }: CountRule, source: Source, indicator: Indicator): IndicatorRefusal | null {
  if (measure.of === 'rows') return null;
  const { field } = measure;
  const counted = measure.of === 'sum' ? numberFieldOf(source, field) : distinctFieldOf(source, field);
  if (!counted) return { kind: 'field-unknown', field };
  return populationFault(indicator, field, 'kind' in counted ? {} : counted);
}

/** Everything that is wrong with filters by hand before SQL is made of them; null where nothing is. */
export function filtersFault(source: Source, filters: readonly Filter[]): IndicatorRefusal | null {
  return filters.map((filter) => filterFault(source, filter)).find((fault) => fault !== null) ?? null;
}

/**
 * An indicator counts only what the catalogue offers, and people only as the population they are; what is reckoned from
 * others obeys decideDerived. `known` are the indicators that are there, by key.
 */
export function decideIndicator(
  wanted: Indicator,
  known: ReadonlyMap<string, Indicator>,
): Result<Indicator, IndicatorRefusal> {
  const { rule } = wanted;
  if (rule.kind === 'derived') {
    const derived = decideDerived({ ...wanted, rule }, known);
    return derived.ok ? accept(wanted) : derived;
  }
  const source = sourceNamed(rule.source);
  if (!source) return refuse({ kind: 'source-unknown', source: rule.source });
  const fault = filtersFault(source, rule.where) ?? measureFault(rule, source, wanted);
  return fault ? refuse(fault) : accept(wanted);
}
