import { beijingWall, minuteOf, Temporal, wallTime } from '@qinglan/domain';

/** Minutes of a Beijing day. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

const endOfDay = 1440;

/** A span of wall times; one that ends at midnight ends with its day. */
export function spanOf(startsAt: string, endsAt: string): Span {
  const start = minuteOf(startsAt);
  const end = minuteOf(endsAt);
  return { startsAt: start, endsAt: end > start ? end : endOfDay };
}

/** The span of two instants on the Beijing day of the first. */
export const spanOfInstants = (startsAt: string, endsAt: string): Span =>
  spanOf(
    wallTime(beijingWall(Temporal.Instant.from(startsAt)).minute),
    wallTime(beijingWall(Temporal.Instant.from(endsAt)).minute),
  );

/** The Beijing day of an instant, "2026-09-16". */
export const dayOfInstant = (instant: string): string => beijingWall(Temporal.Instant.from(instant)).day.toString();

/** Do two spans share a minute? Ends touch, they do not overlap. */
export const meet = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
