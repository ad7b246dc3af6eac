import { beijingWall, Temporal } from '@qinglan/domain';

/** An instant as Beijing reads it, to the minute: `2016-01-20 10:05`. */
export function beijingText(instant: string): string {
  const { day, minute } = beijingWall(Temporal.Instant.from(instant));
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.toString()} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
