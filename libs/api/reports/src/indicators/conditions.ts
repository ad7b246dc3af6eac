import {
  asksForValues,
  type CountRule,
  dimensionOf,
  type Dimension,
  distinctFieldOf,
  type Filter,
  numberFieldOf,
  type Source,
} from '@qinglan/domain';
import type { Values } from './values';

const isId = ({ kind }: Dimension) => ['organisation', 'studio', 'item', 'thing'].includes(kind);

/** The column of a field; only names of the catalogue ever come here, anything else is a mistake in the code. */
export function columnOf(source: Source, field: string): string {
  const found = distinctFieldOf(source, field) ?? numberFieldOf(source, field);
  if (!found) throw new Error(`the source has no field ${field}`);
  return `r.${found.column}`;
}

/** One condition on rows of `r`. */
export function conditionOf(source: Source, filter: Filter, values: Values): string {
  const column = columnOf(source, filter.field);
  if (!asksForValues(filter)) return `${column} IS ${filter.isKnown ? 'NOT ' : ''}NULL`;
  const dimension = dimensionOf(source, filter.field);
  if (dimension && isId(dimension)) return `${column} = ANY (${values.place(filter.is, 'uuid[]')})`;
  if (dimension?.kind === 'flag') return `${column} = ANY (${values.place(filter.is, 'boolean[]')})`;
  return `${column} = ANY (${values.place(filter.is, 'text[]')})`;
}

/** Every condition of a rule; always something to write behind WHERE. */
export const conditionsOf = (source: Source, rule: Pick<CountRule, 'where'>, values: Values): string =>
  rule.where.map((filter) => conditionOf(source, filter, values)).join(' AND ') || 'true';

/** Rows with one value of a dimension; an empty value asks for rows that have none. */
export const narrowedTo = (source: Source, by: string, value: string): Filter => {
  const isFlag = dimensionOf(source, by)?.kind === 'flag';
  if (value === '') return { field: by, isKnown: false };
  return { field: by, is: [isFlag && value !== 'true' ? 'false' : value] };
};
