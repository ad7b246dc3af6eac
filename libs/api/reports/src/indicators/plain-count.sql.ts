import {
  certainties,
  certaintyFieldOf,
  type CountRule,
  type IndicatorVersion,
  sourceNamed,
  type Source,
} from '@qinglan/domain';
import { holdsOnLastDay, relationOf, type Span, withinSpan } from './asked-span';
import { columnOf, conditionsOf } from './conditions';
import type { Values } from './values';

/** An indicator that counts rows of a source. */
export type CountingIndicator = IndicatorVersion & { readonly rule: CountRule };

/** The days that are asked about, and where the values of the statement are bound. */
export interface SpanAsked {
  readonly span: Span;
  readonly values: Values;
}

/** Counts: rows, what the known ones come to, how many are unknown, and how sure they are. */
export function countColumns(source: Source, { measure }: CountRule, condition: string): string {
  const such = `FILTER (WHERE ${condition})`;
  const certainty = columnOf(source, certaintyFieldOf(source, measure));
  const sure = certainties.map((one) => `count(*) FILTER (WHERE ${condition} AND ${certainty} = '${one}')`);
  if (measure.of === 'rows') return [`count(*) ${such}`, `count(*) ${such}`, '0', ...sure].join(', ');
  const column = columnOf(source, measure.field);
  const unknown = `count(*) FILTER (WHERE ${condition} AND ${column} IS NULL)`;
  const value = measure.of === 'sum' ? `sum(${column}) ${such}` : `nullif(count(DISTINCT ${column}) ${such}, 0)`;
  return [`count(*) ${such}`, value, unknown, ...sure].join(', ');
}

/** The condition of an indicator, its day included where it is looked at as of a day. */
export function indicatorCondition(indicator: CountingIndicator, source: Source, { span, values }: SpanAsked): string {
  const where = conditionsOf(source, indicator.rule, values);
  return indicator.period === 'as-of' ? `${where} AND ${holdsOnLastDay(span, values)}` : where;
}

/**
 * The rows of a span as `r`, to be narrowed further. Where no index follows what narrows them, they are taken first and
 * each of their columns is worked out once: the planner knows nothing of a column that a view works out, guessed one row
 * and walked through millions.
 */
export function spanRows(source: Source, { span, values }: SpanAsked, columns: readonly string[] = ['r.*']): string {
  const within = withinSpan(source, span, values);
  const relation = relationOf(source, span.lastDay, values);
  if (source.instant) return `${relation} r WHERE ${within} AND`;
  return `(SELECT ${columns.join(', ')} FROM ${relation} r WHERE ${within} OFFSET 0) r WHERE`;
}

/** The columns that indicators of one source look at. */
export function columnsLookedAt(source: Source, indicators: readonly CountingIndicator[]): readonly string[] {
  const fields = indicators.flatMap(({ rule }) => [
    ...rule.where.map(({ field }) => field),
    ...('field' in rule.measure ? [rule.measure.field] : []),
    certaintyFieldOf(source, rule.measure),
  ]);
  const looked = fields.map((field) => columnOf(source, field));
  return [...new Set(['r.id', 'r.last_day', 'r.certainty', ...looked])];
}

/** The columns that say which rows of an indicator are asked for, whose they are, and by what they are narrowed or ordered. */
export function columnsNarrowing(
  source: Source,
  indicator: CountingIndicator,
  fields: readonly (string | undefined)[],
): readonly string[] {
  const common: ReadonlySet<string | undefined> = new Set([undefined, 'firstDay', 'lastDay']);
  const named = [...source.schools, ...fields].filter((field) => field !== undefined && !common.has(field));
  const order = `r.${source.order ?? 'label'}`;
  const columns = named.map((field) => columnOf(source, String(field)));
  return [...new Set([...columnsLookedAt(source, [indicator]), 'r.first_day', order, ...columns])];
}

/** All indicators of one source in one walk over its rows: a JSON array with an array of counts for each. */
export function plainCounts(source: Source, indicators: readonly CountingIndicator[], asked: SpanAsked): string {
  const counts = indicators.map((indicator) => {
    const condition = indicatorCondition(indicator, source, asked);
    return `json_build_array(${countColumns(source, indicator.rule, condition)})`;
  });
  const from = spanRows(source, asked, columnsLookedAt(source, indicators));
  return `SELECT json_build_array(${counts.join(', ')}) FROM ${from} true`;
}

/** The source of an indicator; the catalogue has it, or the definition would not have been kept. */
export function sourceOf({ rule }: CountingIndicator): Source {
  const source = sourceNamed(rule.source);
  if (!source) throw new Error(`there is no source ${rule.source}`);
  return source;
}
