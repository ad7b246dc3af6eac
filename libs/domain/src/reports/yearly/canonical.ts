/** What can stand in a canonical text. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

const byName = ([a]: readonly [string, Canonical], [b]: readonly [string, Canonical]) => (a < b ? -1 : Number(a > b));

function fields(thing: { readonly [name: string]: Canonical }): string {
  const all = Object.entries(thing).filter(([, value]) => (value as unknown) !== undefined);
  return all
    .toSorted(byName)
    .map(([name, value]) => `${JSON.stringify(name)}:${canonicalText(value)}`)
    .join(',');
}

/**
 * The one text of a thing, whatever the order of its fields: JSON without spaces, names in the order of their UTF-16 units,
 * numbers as ECMAScript writes them (RFC 8785). Two things are the same exactly when their texts are; a hash is taken of it.
 * A number that is not finite is a mistake of the caller and throws.
 */
export function canonicalText(thing: Canonical): string {
  if (typeof thing === 'number' && !Number.isFinite(thing)) throw new Error('a canonical number is finite');
  if (typeof thing !== 'object' || thing === null) return JSON.stringify(thing);
  if (Array.isArray(thing)) return `[${thing.map((item: Canonical) => canonicalText(item)).join(',')}]`;
  return `{${fields(thing as { readonly [name: string]: Canonical })}}`;
}
