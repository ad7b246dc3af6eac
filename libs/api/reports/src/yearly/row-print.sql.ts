import type { Source } from '@qinglan/domain';
import {
  type CountingIndicator,
  indicatorCondition,
  sourceOf,
  type SpanAsked,
  spanRows,
} from '../indicators/plain-count.sql';
import { namedFields, shownFields } from '../indicators/row.sql';
import type { Values } from '../indicators/values';

/** Which fields of the rows of each source are looked at. */
export type PrintedFields = (source: string) => readonly string[];

/** Every field that the rows of a source show. */
export const fieldsShown = (source: Source): readonly string[] => [...shownFields(source).keys()];

const nothing = 'chr(30)';
const between = ` || chr(31) || `;
const told = (sql: string) => `coalesce((${sql})::text, ${nothing})`;

/** The print of a row of `r`, live or stored: a number of what is shown of it. Two rows that say the same have the same. */
const printOf = (id: string, fields: readonly string[]): string => {
  const parts = [`${id}::text`, 'r.certainty', `coalesce(r.label, '')`, told('r.first_day'), told('r.last_day')];
  return `hashtextextended(${[...parts, ...fields.map(told)].join(between)}, 0)`;
};

/** The print of rows that are so many: their number, and the sum of theirs, in whatever order. */
const sumOf = (print: string, where: string) =>
  `count(*) FILTER (WHERE ${where}) || ' ' || coalesce(sum(${print}) FILTER (WHERE ${where}), 0)`;

/** The prints of indicators of one source in one walk over its rows: a JSON array of them, in their order. */
function livePrints(indicators: readonly CountingIndicator[], asked: SpanAsked, fields: readonly string[]): string {
  const [first] = indicators;
  if (!first) return `'[]'::json`;
  const source = sourceOf(first);
  // Names of all rows at once: looked up for each of a hundred thousand lessons they took most of the time.
  const named = namedFields(source).filter(({ field }) => fields.includes(field));
  const known = new Map([
    ...shownFields(source),
    ...named.map(({ field }, at) => [field, `n${String(at)}.name`] as const),
  ]);
  const names = named.map(
    ({ kind, column }, at) =>
      `LEFT JOIN report_named n${String(at)} ON n${String(at)}.kind = '${kind}' AND n${String(at)}.id = ${column}`,
  );
  const print = printOf(
    'r.id',
    fields.flatMap((field) => known.get(field) ?? []),
  );
  const conditions = indicators.map((one, at) => `(${indicatorCondition(one, source, asked)}) AS c${String(at)}`);
  const sums = indicators.map((_, at) => sumOf('w.print', `w.c${String(at)}`));
  return `(SELECT json_build_array(${sums.join(', ')}) FROM (
    SELECT ${conditions.join(', ')}, ${print} AS print
    FROM (SELECT r.* FROM ${spanRows(source, asked)} true) r ${names.join(' ')} OFFSET 0) w)`;
}

/** The prints of the rows behind numerals as they are now, in one statement; `keys` in the order of what it gives. */
export function livePrintsText(indicators: readonly CountingIndicator[], asked: SpanAsked, fields: PrintedFields) {
  const bySource = [...Map.groupBy(indicators, ({ rule }) => rule.source)];
  const parts = bySource.map(([source, ofSource]) => livePrints(ofSource, asked, fields(source)));
  return {
    keys: bySource.flatMap(([, ofSource]) => ofSource.map(({ key }) => key)),
    text: `SELECT json_build_array(${parts.join(', ')})::text`,
  };
}

/** The same of the stored rows of an issue, by key; sources of which nothing is stored are not named. */
export function storedPrintsText(
  { issueId, sources }: { readonly issueId: string; readonly sources: readonly string[] },
  fields: PrintedFields,
  values: Values,
): string {
  const issue = values.place(issueId, 'uuid');
  const prints = sources.map((source) => {
    const stored = fields(source).map((field) => `r.fields ->> ${values.place(field, 'text')}`);
    return `WHEN ${values.place(source, 'text')} THEN ${printOf('r.id', stored)}`;
  });
  // All rows once, then the few hundred blocks: a row that many numerals count is printed once.
  return `WITH printed AS MATERIALIZED (
      SELECT r.source, r.id, CASE r.source ${prints.join(' ')} END AS print FROM yearly_issue_row r WHERE r.issue_id = ${issue}
    )
    SELECT coalesce(json_object_agg(key, print), '{}')::text FROM (
      SELECT b.key, count(*) || ' ' || sum(p.print) AS print
      FROM yearly_issue_block b CROSS JOIN LATERAL unnest(b.row_ids) AS u (row_id)
      JOIN printed p ON p.source = b.source AND p.id = u.row_id
      WHERE b.issue_id = ${issue} GROUP BY b.key) AS found`;
}
