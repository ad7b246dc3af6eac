import { Refused } from '@qinglan/api-platform';

/** How much of a list is asked for, and after what. */
export interface Turn {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Reads a cursor of so many parts; Postgres writes them with `cursorSql`. */
export function readCursor(after: string, shape: RegExp): readonly string[] {
  const parts = shape.exec(Buffer.from(after, 'base64url').toString('utf8'));
  if (!parts) throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'not a cursor' }] });
  return parts.slice(1);
}

/** The SQL that writes a cursor: base64url of a text. */
export const cursorSql = (text: string): string =>
  `translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** How an id, a day and an instant look inside a cursor. */
export const cursorId = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
export const cursorDay = String.raw`(\d{4}-\d\d-\d\d)`;
export const cursorInstant = String.raw`(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)`;
/** The SQL of an instant in a cursor, to the microsecond. */
export const cursorInstantSql = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
