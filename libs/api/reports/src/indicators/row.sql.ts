import {
  certaintyWords,
  type Dimension,
  dimensionOf,
  numberFieldOf,
  type Source,
  type Trilingual,
  trilingual,
} from '@qinglan/domain';
import { columnOf } from './conditions';

const isNamed = ({ kind }: Dimension): boolean => ['organisation', 'studio', 'item', 'thing'].includes(kind);

/** How a dimension is shown: things by their names, people never. */
export function shown(dimension: Dimension, column: string): string {
  if (!isNamed(dimension)) return column;
  return `(SELECT t.name FROM report_named t WHERE t.kind = '${dimension.kind}' AND t.id = ${column})`;
}

/** What a row of `r` shows in its fields, by their names. */
export function shownFields(source: Source): ReadonlyMap<string, string> {
  const dimensions = Object.entries(source.dimensions).filter(([field]) => field !== 'certainty');
  return new Map([
    ...dimensions.map(([field, dimension]) => [field, shown(dimension, columnOf(source, field))] as const),
    ...Object.keys(source.numbers).map((field) => [field, columnOf(source, field)] as const),
  ]);
}

/** The fields of a source that are shown by the name of a thing, each with the kind of thing and the column of its id. */
export const namedFields = (source: Source) =>
  Object.entries(source.dimensions)
    .filter(([, dimension]) => isNamed(dimension))
    .map(([field, { kind }]) => ({ field, kind, column: columnOf(source, field) }));

/** A row of `r` as JSON, ready to be shown. */
export function rowJson(source: Source, name: string): string {
  const fields = [...shownFields(source)].map(([field, sql]) => `'${field}', ${sql}`);
  return `json_build_object('id', r.id, 'source', '${name}', 'firstDay', r.first_day, 'lastDay', r.last_day,
    'certainty', r.certainty, 'label', r.label, 'fields', json_build_object(${fields.join(', ')}))`;
}

/** Which things the names of a row of `r` stand for, by field: two of one name are told apart by nothing else. Null: none. */
export function rowRefs(source: Source): string {
  const named = Object.entries(source.dimensions).filter(([, dimension]) => isNamed(dimension));
  const ids = named.map(([field]) => `'${field}', ${columnOf(source, field)}`);
  return `nullif(jsonb_strip_nulls(jsonb_build_object(${ids.join(', ')})), '{}')`;
}

/** A column of rows: what it is, and the words of its values where they are a closed list. */
export interface ColumnShown {
  readonly field: string;
  readonly name: Trilingual;
  readonly kind: string;
  readonly choices: Readonly<Record<string, Trilingual>> | null;
}

const common: readonly ColumnShown[] = [
  { field: 'firstDay', name: trilingual('起始日', 'From'), kind: 'day', choices: null },
  { field: 'lastDay', name: trilingual('结束日', 'To'), kind: 'day', choices: null },
  { field: 'certainty', name: trilingual('确定程度', 'Certainty'), kind: 'choice', choices: certaintyWords },
];

/** The columns of a source's rows, in their order. */
export const columnsOf = (source: Source): readonly ColumnShown[] => [
  ...common,
  ...Object.entries(source.dimensions)
    .filter(([field]) => field !== 'certainty')
    .map(([field, { name, kind, choices }]) => ({ field, name, kind, choices: choices ?? null })),
  ...Object.entries(source.numbers).map(([field, { name }]) => ({ field, name, kind: 'number', choices: null })),
];

/** A column as a reply carries it: a copy, so that nothing handed out is the list of the rules itself. */
export const columnShown = ({ field, name, kind, choices }: ColumnShown) => ({
  field,
  name,
  kind,
  choices: choices && { ...choices },
});

/** What a page is sorted by: an expression over `r` that is never null, and its type. */
export interface SortKey {
  readonly expression: string;
  readonly type: 'text' | 'uuid' | 'numeric' | 'timestamptz' | 'date';
}

const uuidEnd = `'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

function dimensionKey(source: Source, field: string, dimension: Dimension): SortKey {
  const column = columnOf(source, field);
  if (!isNamed(dimension)) return { expression: `coalesce(${column}::text, '~')`, type: 'text' };
  // Where an index finds the rows of a span it is not left for names: rows of one school stand together.
  if (source.instant)
    return { expression: field === 'class' ? `coalesce(${column}, ${uuidEnd})` : column, type: 'uuid' };
  return { expression: `coalesce(${shown(dimension, columnOf(source, field))}, '~')`, type: 'text' };
}

/** By a field, by day where none is named; null where the source has no such field. */
export function sortKeyOf(source: Source, field: string | undefined): SortKey | null {
  if (field === undefined || field === 'firstDay')
    return source.instant
      ? { expression: `r.${source.instant}`, type: 'timestamptz' }
      : { expression: `(r.first_day::text || ' ' || r.${source.order ?? 'label'})`, type: 'text' };
  if (field === 'lastDay') return { expression: `coalesce(r.last_day, 'infinity')`, type: 'date' };
  const dimension = dimensionOf(source, field);
  if (dimension) return dimensionKey(source, field, dimension);
  const number = numberFieldOf(source, field);
  return number && { expression: `coalesce(r.${number.column}, 2147483647)`, type: 'numeric' };
}
