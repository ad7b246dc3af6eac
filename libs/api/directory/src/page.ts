import { orNotFound, type Read, Refused, statement } from '@qinglan/api-platform';
import * as z from 'zod';

const keyTypes = { text: z.string(), uuid: z.uuid(), date: z.iso.date() };

interface Key {
  /** Its name among the selected columns. */
  readonly name: string;
  readonly source: string;
  readonly type: keyof typeof keyTypes;
}

/** How a list is read: what a row selects, in which order, and how the row is written as JSON. */
export interface Listing {
  readonly name: string;
  readonly select: string;
  readonly from: string;
  /** JSON over the selected columns. */
  readonly item: string;
  /** Together unique; an index has them in this order. */
  readonly keys: readonly Key[];
  readonly isNewestFirst?: boolean;
}

/** One condition; without a value it is left out of the statement, so that the plan fits what is asked. */
export interface Narrowing {
  readonly name: string;
  readonly values: readonly unknown[];
  readonly condition: (...places: readonly string[]) => string;
}

/** A condition on one value, or none where the value is missing. */
export const where = (name: string, value: unknown, condition: (place: string) => string): Narrowing | null =>
  value === undefined || value === null ? null : { name, values: [value], condition: (place = '') => condition(place) };

const gramsOf = (words: string): readonly string[] => {
  const signs = [...words];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
};

/** Words somewhere in a text of the row; the index of grams finds candidates, the comparison has the last word. */
export function search(q: string | undefined, text: string): Narrowing | null {
  if (!q) return null;
  const words = q.toLowerCase();
  return {
    name: 'q',
    values: [gramsOf(words), `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`],
    condition: (grams, like) =>
      `search_grams(${text}) @> ${String(grams)}::text[] AND lower(${text}) LIKE ${String(like)}::text`,
  };
}

interface Asked {
  readonly narrowings: readonly (Narrowing | null)[];
  readonly limit: number;
  readonly after: string | undefined;
}

function keysAfter({ keys }: Listing, after: string): readonly string[] {
  const schema = z.tuple(keys.map(({ type }) => keyTypes[type]) as unknown as [z.ZodType<string>]);
  try {
    return schema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'the next of another page' }] });
  }
}

/** Keyset paging: begins after the last row shown, so deep pages cost what the first one costs. */
function beyond(listing: Listing, after: string | undefined): Narrowing | null {
  if (after === undefined) return null;
  const sources = listing.keys.map(({ source }) => source).join(', ');
  const sign = listing.isNewestFirst ? '<' : '>';
  return {
    name: 'after',
    values: keysAfter(listing, after),
    condition: (...places) => {
      const typed = listing.keys.map(({ type }, at) => `${places[at] ?? ''}::${type}`);
      return `(${sources}) ${sign} (${typed.join(', ')})`;
    },
  };
}

function conditionsOf(narrowings: readonly Narrowing[]): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const conditions = narrowings.map(({ values: given, condition }) => {
    const first = values.push(...given) - given.length;
    return condition(...given.map((_, at) => `$${String(first + at + 2)}`));
  });
  return { text: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values };
}

function pageText({ select, from, item, keys, isNewestFirst }: Listing, conditions: string): string {
  const ordered = (names: readonly string[]) =>
    names.map((name) => `${name}${isNewestFirst ? ' DESC' : ''}`).join(', ');
  const [sources, names] = [keys.map(({ source }) => source), keys.map(({ name }) => name)];
  const cursor = `translate(encode(convert_to(json_build_array(${names.join(', ')})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  return `
    WITH found AS MATERIALIZED (SELECT ${select} FROM ${from} ${conditions} ORDER BY ${ordered(sources)} LIMIT $1::integer + 1),
    numbered AS (SELECT *, row_number() OVER (ORDER BY ${ordered(names)}) AS place, count(*) OVER () AS total FROM found)
    SELECT json_build_object(
      'items', coalesce(json_agg(${item} ORDER BY place) FILTER (WHERE place <= $1::integer), '[]'),
      'next', max(${cursor}) FILTER (WHERE place = $1::integer AND total > $1::integer))::text
    FROM numbered`;
}

/** One page as JSON, each set of conditions with a statement of its own. */
export async function listPage(read: Read, listing: Listing, { narrowings, limit, after }: Asked): Promise<string> {
  const asked = [...narrowings, beyond(listing, after)].filter((one) => one !== null);
  const { text, values } = conditionsOf(asked);
  const name = [listing.name, ...asked.map((one) => one.name)].join('-');
  return orNotFound(await read.text(statement(name, pageText(listing, text)), [limit, ...values]));
}

/** One row of a listing as JSON, by its id. */
export async function readOne(read: Read, listing: Listing, id: string): Promise<string> {
  const { name, select, from, item, keys } = listing;
  const alias = keys[0]?.source.split('.')[0] ?? '';
  const text = `SELECT (${item})::text FROM (SELECT ${select} FROM ${from} WHERE ${alias}.id = $1) AS found`;
  return orNotFound(await read.text(statement(`${name}-one`, text), [id]));
}
