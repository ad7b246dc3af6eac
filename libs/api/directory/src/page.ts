import { orNotFound, type Read, Refused, type Statement, statement } from '@qinglan/api-platform';
import * as z from 'zod';

const keyTypes = {
  text: z.string(),
  integer: z.int(),
  bigint: z.int(),
  uuid: z.uuid(),
  date: z.iso.date(),
  timestamptz: z.iso.datetime({ offset: true }),
};

interface Key {
  readonly column: string;
  readonly type: keyof typeof keyTypes;
}

/** How a list is read: from where, in which order, and how a row is written as JSON. */
export interface Listing {
  readonly name: string;
  /** The table with its alias; rows are found in it alone, and `join` adds to those of the page. */
  readonly from: string;
  readonly join?: string;
  /** JSON over the columns of `f`, a row of the page, and what `join` adds; values `given` to the page are $2, $3 and so on. */
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
  /** The best way to the rows depends on the value: one school or many, a rare word or a common one. */
  readonly isPlannedAnew?: boolean;
}

/** A condition on one value, or none where the value is missing. */
export const where = (name: string, value: unknown, condition: (place: string) => string): Narrowing | null =>
  value === undefined || value === null
    ? null
    : { name, values: [value], condition: (place = '') => condition(place), isPlannedAnew: true };

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
    values: [gramsOf(words), words],
    condition: (grams, found) =>
      `search_grams(${text}) @> ${String(grams)}::text[] AND strpos(lower(${text}), ${String(found)}) > 0`,
    isPlannedAnew: true,
  };
}

interface Asked {
  readonly narrowings: readonly (Narrowing | null)[];
  readonly limit: number;
  readonly after: string | undefined;
  /** What the rows are shown with, such as the day. */
  readonly given?: readonly unknown[];
}

function keysAfter({ keys }: Listing, after: string): readonly (string | number)[] {
  const schema = z.tuple(keys.map(({ type }) => keyTypes[type]) as unknown as [z.ZodType<string | number>]);
  try {
    return schema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'the next of another page' }] });
  }
}

const aliasOf = ({ from }: Listing) => from.split(' ').at(-1) ?? '';

/** Keyset paging: begins after the last row shown, so deep pages cost what the first one costs. */
function beyond(listing: Listing, after: string | undefined): Narrowing | null {
  if (after === undefined) return null;
  const columns = listing.keys.map(({ column }) => `${aliasOf(listing)}.${column}`).join(', ');
  const sign = listing.isNewestFirst ? '<' : '>';
  return {
    name: 'after',
    values: keysAfter(listing, after),
    condition: (...places) => {
      const typed = listing.keys.map(({ type }, at) => `${places[at] ?? ''}::${type}`);
      return `(${columns}) ${sign} (${typed.join(', ')})`;
    },
  };
}

/** `before` values stand in front of those of the conditions. */
function conditionsOf(narrowings: readonly Narrowing[], before: readonly unknown[]) {
  const values: unknown[] = [...before];
  const conditions = narrowings.map(({ values: given, condition }) => {
    const first = values.push(...given) - given.length;
    return condition(...given.map((_, at) => `$${String(first + at + 1)}`));
  });
  return { text: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values };
}

function pageText(listing: Listing, conditions: string): string {
  const { from, join = '', item, keys, isNewestFirst } = listing;
  const ordered = (alias: string) =>
    keys.map(({ column }) => `${alias}.${column}${isNewestFirst ? ' DESC' : ''}`).join(', ');
  const cursor = `json_build_array(${keys.map(({ column }) => `f.${column}`).join(', ')})::text`;
  return `
    WITH page AS MATERIALIZED (
      SELECT ${aliasOf(listing)}.* FROM ${from} ${conditions} ORDER BY ${ordered(aliasOf(listing))} LIMIT $1::integer + 1
    ), found AS (SELECT page.*, row_number() OVER (ORDER BY ${ordered('page')}) AS place, count(*) OVER () AS total FROM page)
    SELECT json_build_object(
      'items', coalesce(json_agg(${item} ORDER BY place) FILTER (WHERE place <= $1::integer), '[]'),
      'next', max(translate(encode(convert_to(${cursor}, 'UTF8'), 'base64'), E'+/=\\n', '-_'))
        FILTER (WHERE place = $1::integer AND total > $1::integer))::text
    FROM found f ${join}`;
}

/** Each set of conditions has a statement of its own; one without a name is planned for the values it is asked with. */
function statementFor(listing: Listing, asked: readonly Narrowing[], text: string): Statement {
  if (asked.some(({ isPlannedAnew }) => isPlannedAnew)) return { name: '', text };
  return statement([listing.name, ...asked.map(({ name }) => name)].join('-'), text);
}

/** One page as JSON. */
export async function listPage(read: Read, listing: Listing, wanted: Asked): Promise<string> {
  const asked = [...wanted.narrowings, beyond(listing, wanted.after)].filter((one) => one !== null);
  const { text, values } = conditionsOf(asked, [wanted.limit, ...(wanted.given ?? [])]);
  return orNotFound(await read.text(statementFor(listing, asked, pageText(listing, text)), values));
}

/** One row of a listing as JSON, by its id. */
export async function readOne(read: Read, { name, from, join = '', item }: Listing, id: string): Promise<string> {
  const text = `SELECT (${item})::text FROM (SELECT * FROM ${from} WHERE id = $1) AS f ${join}`;
  return orNotFound(await read.text(statement(`${name}-one`, text), [id]));
}
