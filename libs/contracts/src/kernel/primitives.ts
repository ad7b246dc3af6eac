import type { Id } from '@qinglan/domain';
import * as z from 'zod';

/** An identifier of one kind of thing: a UUID, branded so that two kinds never mix; in small letters, as rules compare. */
export const id = <T extends Id<string>>() => z.uuid().toLowerCase() as unknown as z.ZodType<T, string>;

/** A moment, ISO 8601 with an offset, to the second or finer; the server writes UTC (`+00:00`). */
export const instant = z.iso.datetime({ offset: true });

/** A calendar day of Beijing time, `2026-09-16`. */
export const day = z.iso.date();

/** A wall time of Beijing, `09:50`; also `24:00` is refused. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A day of any year, `05-01`, as bell seasons use. */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Monday is 1, Sunday is 7. */
export const weekday = z.int().min(1).max(7);

/** Text that a person typed: trimmed, not empty, at most `longest` characters. */
export const text = (longest: number) => z.string().trim().min(1).max(longest);

/** A code of the register such as `HZ-YQ-T1`: letters, digits, dash, underscore, dot. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

/** Counts how often a thing was changed; a change names the version it read (`If-Match`). */
export const version = z.int().min(1);

/** One page of a list: `next` is the cursor of the following page, or null at the end. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** How a list is asked for: at most 200 rows, `after` is the `next` of the page before. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
};

/** Search words in a list, at most 60 characters. */
export const search = z.string().trim().max(60).optional();
