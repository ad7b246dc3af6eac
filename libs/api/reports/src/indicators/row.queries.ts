import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import type { ReportRow } from '@qinglan/contracts';
import {
  asksForValues,
  dimensionOf,
  type Filter,
  filtersFault,
  type RowScope,
  seldomSaid,
  smallestShown,
  type Source,
} from '@qinglan/domain';
import * as z from 'zod';
import { relationOf, spanOf } from './asked-span';
import { columnOf, conditionOf, narrowedTo } from './conditions';
import { countedIs } from './counted.sql';
import { planned } from './planned';
import {
  columnsNarrowing,
  type CountingIndicator,
  indicatorCondition,
  sourceOf,
  type SpanAsked,
  spanRows,
} from './plain-count.sql';
import { rowJson, type SortKey, sortKeyOf } from './row.sql';
import { Values } from './values';

/** Which rows of an indicator, in which order, from where. */
export interface RowsAsked {
  readonly indicator: CountingIndicator;
  readonly year: number;
  readonly asOf: string;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sort?: string | undefined;
  readonly direction?: 'up' | 'down' | undefined;
  readonly by?: string | undefined;
  readonly value?: string | undefined;
  /** Of a group that is parted, one part alone. */
  readonly within?: string | undefined;
  readonly part?: string | undefined;
  /** One of what is counted once each. */
  readonly of?: string | undefined;
  /** Whose rows; all where it is left out. */
  readonly scope?: RowScope | undefined;
}

/** A page of rows. */
export interface RowsFound {
  readonly items: readonly ReportRow[];
  readonly next: string | null;
}

// The ids of some rows are reckoned from others, and of no version.
const cursor = z.tuple([z.string().max(300), z.guid()]);

/** A part of the question that is not of this list. */
export const invalid = (field: string) =>
  new Refused('invalid-input', { errors: [{ pointer: `#/query/${field}`, detail: 'not of this list' }] });

function afterOf(text: string) {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw invalid('after');
  }
}

function beyond({ expression, type }: SortKey, asked: RowsAsked, values: Values): string {
  if (asked.after === undefined) return 'true';
  const [last, id] = afterOf(asked.after);
  const sign = asked.direction === 'down' ? '<' : '>';
  // A cursor that was tampered with is no value of that type: the caller is told, not the log.
  if (type === 'numeric' && !/^-?\d{1,12}(\.\d{1,6})?$/.test(last)) throw invalid('after');
  if (type === 'uuid' && !z.uuid().safeParse(last).success) throw invalid('after');
  if ((type === 'date' || type === 'timestamptz') && !/^(infinity|\d{4}-\d\d-\d\d[\d T:.+Z]*)$/.test(last))
    throw invalid('after');
  return `(${expression}, r.id) ${sign} (${values.place(last, type)}, ${values.place(id, 'uuid')})`;
}

/** Rows that somebody may open: those that belong to one of the school's sides. */
export function scopeCondition(source: Source, scope: RowScope | undefined, values: Values): string {
  if (!scope || scope.kind === 'all') return 'true';
  const own = values.place(scope.schoolId, 'uuid');
  return `(${source.schools.map((field) => `${columnOf(source, field)} = ${own}`).join(' OR ') || 'false'})`;
}

/** Rows with one value; of words that somebody typed, those said too seldom to be shown stand together. */
function narrowing(source: Source, filter: Filter, asked: SpanAsked & { readonly counted: string }): string {
  const isOthers =
    asksForValues(filter) && filter.is.includes(seldomSaid) && dimensionOf(source, filter.field)?.isTyped;
  if (!isOthers) return conditionOf(source, filter, asked.values);
  const column = columnOf(source, filter.field);
  return `${column} IN (SELECT ${column} FROM ${spanRows(source, asked)} ${asked.counted}
    GROUP BY ${column} HAVING count(*) < ${String(smallestShown)})`;
}

/** The dimensions by which rows are narrowed, each with its value. */
function narrowings(source: Source, { by, value, within, part }: RowsAsked): readonly Filter[] {
  const asked = [
    { field: by, value },
    { field: within, value: part },
  ];
  return asked.flatMap(({ field, value: wanted }) => {
    if (field !== undefined && !dimensionOf(source, field)) throw new Refused('field-unknown');
    return field === undefined || wanted === undefined ? [] : [narrowedTo(source, field, wanted)];
  });
}

/** The rows of an indicator that are asked for, as a condition over `r`. */
export function rowsCondition(source: Source, asked: RowsAsked, { span, values }: SpanAsked): string {
  const { of } = asked;
  const narrowed = narrowings(source, asked);
  if (filtersFault(source, narrowed)) throw new Refused('value-unknown');
  const counted = indicatorCondition(asked.indicator, source, { span, values });
  return [
    counted,
    scopeCondition(source, asked.scope, values),
    ...narrowed.map((filter) => narrowing(source, filter, { counted, span, values })),
    ...(of === undefined ? [] : [countedIs(source, asked.indicator.rule, { of, values })]),
  ].join(' AND ');
}

/**
 * What a view works out is worked out for the rows of the page alone: for the others, as far as they are narrowed and
 * ordered by it. Where an index has the order of the page, no other row is looked at anyway.
 */
const columnsOfPage = (source: Source, { indicator, by, within, sort }: RowsAsked): readonly string[] | undefined =>
  source.instant ? undefined : columnsNarrowing(source, indicator, [by, within, sort]);

const wholeRows = (source: Source, { span, values }: SpanAsked): string =>
  source.instant
    ? 'SELECT * FROM page'
    : `SELECT page.sort_key, w.* FROM page CROSS JOIN LATERAL (
        SELECT * FROM ${relationOf(source, span.lastDay, values)} r WHERE r.id = page.id OFFSET 0) w`;

/** Rows behind numerals, by keyset: a late page costs what the first one does. */
@Injectable()
export class RowQueries {
  async page(read: Read, asked: RowsAsked): Promise<RowsFound> {
    const source = sourceOf(asked.indicator);
    const key = sortKeyOf(source, asked.sort);
    if (!key) throw new Refused('field-unknown');
    const values = new Values();
    const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
    const condition = rowsCondition(source, asked, spanAsked);
    const further = beyond(key, asked, values);
    const order = asked.direction === 'down' ? 'DESC' : 'ASC';
    const limit = values.place(asked.limit, 'integer');
    const text = `WITH page AS MATERIALIZED (
        SELECT ${source.instant ? 'r.*' : 'r.id'}, ${key.expression} AS sort_key
        FROM ${spanRows(source, spanAsked, columnsOfPage(source, asked))} ${condition} AND ${further}
        ORDER BY ${key.expression} ${order}, r.id ${order} LIMIT ${limit} + 1
      ), whole AS (${wholeRows(source, spanAsked)}
      ), placed AS (SELECT whole.*, row_number() OVER (ORDER BY sort_key ${order}, id ${order}) AS place,
        count(*) OVER () AS found FROM whole)
      SELECT json_build_object(
        'items', coalesce(json_agg(${rowJson(source, asked.indicator.rule.source)} ORDER BY place) FILTER (WHERE place <= ${limit}), '[]'),
        'last', max(json_build_array(sort_key::text, id)::text) FILTER (WHERE place = ${limit} AND found > ${limit}))::text
      FROM placed r`;
    const found = JSON.parse((await read.text(planned('report-rows', text), values.all)) ?? '{}') as {
      readonly items: readonly ReportRow[];
      readonly last: string | null;
    };
    return { items: found.items, next: found.last === null ? null : Buffer.from(found.last).toString('base64url') };
  }
}
