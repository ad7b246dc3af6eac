import { Refused } from '@qinglan/api-platform';
import { certainties, type CountRule, dimensionOf, filtersFault, type Source } from '@qinglan/domain';
import * as z from 'zod';
import { columnOf, conditionOf, narrowedTo } from './conditions';
import { type ColumnShown, columnsOf, shown } from './row.sql';
import type { Values } from './values';

/** The field whose values a rule counts once each; refused of any other rule. */
export function countedFieldOf({ measure }: CountRule): string {
  if (measure.of !== 'distinct') throw new Refused('field-unknown');
  return measure.field;
}

/** Rows of `r` of one counted thing; an empty value asks for those that do not say of which. */
export function countedIs(source: Source, rule: CountRule, { of, values }: { of: string; values: Values }): string {
  const field = countedFieldOf(rule);
  const column = columnOf(source, field);
  if (of === '') return `${column} IS NULL`;
  if (dimensionOf(source, field)) {
    const filter = narrowedTo(source, field, of);
    if (filtersFault(source, [filter])) throw new Refused('value-unknown');
    return conditionOf(source, filter, values);
  }
  if (!z.uuid().safeParse(of).success) throw new Refused('value-unknown');
  return `${column} = ${values.place(of, 'uuid')}`;
}

/** What tells the counted `thing` from the next: of a person its number in the register, never a name. */
export function countedLabel(source: Source, field: string): string {
  const dimension = dimensionOf(source, field);
  const label = dimension ? shown(dimension, 'thing') : '(SELECT p.code FROM report_person p WHERE p.id = thing)';
  return `coalesce(${label}::text, thing::text)`;
}

const strongestFirst = `ARRAY[${certainties.map((one) => `'${one}'`).join(', ')}]`;

/** The weakest certainty of a group of `r`. */
export const weakestOf = `(${strongestFirst})[max(array_position(${strongestFirst}, r.certainty::text))]`;

/** The counted field as a column. */
export function countedColumn(source: Source, field: string): ColumnShown {
  const known = columnsOf(source).find((one) => one.field === field);
  if (known) return known;
  const person = source.people[field];
  if (!person) throw new Error(`the source has no field ${field}`);
  return { field, name: person.name, kind: 'person', choices: null };
}
