import { schoolLabelJson } from '@qinglan/api-scheduling';

/** A person with the school she belongs to, by the alias of her row. */
export const personJson = (row: string): string =>
  `json_build_object('id', ${row}.id, 'name', ${row}.name, 'school', ${schoolLabelJson(`${row}.organisation_id`)})`;

/** Rows of a subselect as a JSON array, empty where there are none. */
export const arrayJson = (item: string, order: string): string =>
  `coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json)`;
