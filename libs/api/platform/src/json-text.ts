/** Adds fields to an object that Postgres already wrote as JSON, without reading it. */
export function extendJson(text: string, fields: Readonly<Record<string, unknown>>): string {
  const more = JSON.stringify(fields);
  return more === '{}' ? text : `${text.slice(0, -1)},${more.slice(1)}`;
}
