import { accept, refuse, type Result } from '../kernel';

/** Minutes since midnight of the Beijing day, 0 to 1440. */
export type Minute = number;

/** Minutes in a day: also the end of its last minute, written 24:00. */
export const dayMinutes = 1440;

/** Aksu's local clock, where people use it, runs two hours behind the official one. */
const xinjiangOffset = 120;

const pad = (part: number): string => String(part).padStart(2, '0');

/** "09:50" for minute 590. */
export const wallTime = (minute: Minute): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;

/** The minute of a text such as "9:50" or "09:50"; "24:00" is the end of the day. */
export function parseWallTime(text: string): Result<Minute, { readonly kind: 'not-a-time'; readonly text: string }> {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute <= dayMinutes ? accept(minute) : refuse({ kind: 'not-a-time', text });
}

/** The minute of a wall time already known to be well written, such as one a schema has parsed. */
export function minuteOf(text: string): Minute {
  const parsed = parseWallTime(text);
  if (!parsed.ok) throw new RangeError(`not a wall time: ${text}`);
  return parsed.value;
}

/** The label of the same moment on Xinjiang's local clock, for those who switched it on. */
export const xinjiangLabel = (minute: Minute): string => wallTime((minute - xinjiangOffset + dayMinutes) % dayMinutes);
