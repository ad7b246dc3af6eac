import {
  dimensionOf,
  type FoundList,
  type ListDefinition,
  reportLists,
  sourceNamed,
  type Source,
  trilingual,
  type Trilingual,
} from '@qinglan/domain';
import { relationOf, withinSpan } from './asked-span';
import { columnOf, conditionsOf } from './conditions';
import type { SpanAsked } from './plain-count.sql';

const namedKinds: ReadonlySet<string | undefined> = new Set(['organisation', 'studio', 'item']);

/** The rows of a source, worked out once for all lists that name something of them. */
const rowsOf = (source: string) => `rows_of_${source.replaceAll('-', '_')}`;

function listText(list: ListDefinition, source: Source, { values }: SpanAsked): string {
  const column = columnOf(source, list.field);
  const where = `${conditionsOf(source, list, values)} AND ${column} IS NOT NULL`;
  const kind = dimensionOf(source, list.field)?.kind;
  // Things in the order of their codes, words in the order in which their rows begin.
  const found = namedKinds.has(kind)
    ? `SELECT t.id::text AS value, t.name AS words, row_number() OVER (ORDER BY t.code) AS place FROM report_named t
       WHERE t.kind = '${String(kind)}' AND t.id IN (SELECT ${column} FROM ${rowsOf(list.source)} r WHERE ${where})`
    : `SELECT ${column}::text AS value, ${column}::text AS words, row_number() OVER (ORDER BY min(r.first_day), ${column}) AS place
       FROM ${rowsOf(list.source)} r WHERE ${where} GROUP BY ${column}`;
  return `SELECT coalesce(json_agg(json_build_array(value, words) ORDER BY place), '[]') FROM (${found}) f`;
}

/** The lists of a year in one statement. */
export function listsText(asked: SpanAsked): string {
  const named = [...new Set(reportLists.map(({ source }) => source))];
  const rows = named.map((name) => {
    const source = sourceNamed(name) ?? unknownSource(name);
    const within = withinSpan(source, asked.span, asked.values);
    return `${rowsOf(name)} AS MATERIALIZED (SELECT r.* FROM ${relationOf(source, asked.span.lastDay, asked.values)} r WHERE ${within})`;
  });
  const lists = reportLists.map(
    (list) => `(${listText(list, sourceNamed(list.source) ?? unknownSource(list.source), asked)})`,
  );
  return `WITH ${rows.join(', ')} SELECT json_build_array(${lists.join(', ')})::text`;
}

function wordsOf({ words, source, field }: ListDefinition, value: string, name: string): Trilingual {
  const dimension = dimensionOf(sourceNamed(source) ?? unknownSource(source), field);
  if (dimension?.kind === 'month') return sameEverywhere(String(Number(value.slice(5))));
  return words?.[value] ?? dimension?.choices?.[value] ?? sameEverywhere(name);
}

const sameEverywhere = (text: string): Trilingual => trilingual(text, text, text);

function unknownSource(source: string): never {
  throw new Error(`there is no source ${source}`);
}

/** Values of a closed list stand in its order. */
function inOrder(list: ListDefinition, items: FoundList['items']): FoundList['items'] {
  const choices = Object.keys(
    dimensionOf(sourceNamed(list.source) ?? unknownSource(list.source), list.field)?.choices ?? {},
  );
  if (choices.length === 0) return items;
  return items.toSorted((one, other) => choices.indexOf(one.value) - choices.indexOf(other.value));
}

/** The lists as they were found. */
export function readLists(text: string): readonly FoundList[] {
  const found = JSON.parse(text) as readonly (readonly (readonly [string, string])[])[];
  return reportLists.map((list, at) => {
    const items = (found[at] ?? []).map(([value, name]) => ({ value, words: wordsOf(list, value, name) }));
    return { key: list.key, items: inOrder(list, items) };
  });
}
