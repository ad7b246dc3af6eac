import { Temporal } from '@qinglan/domain';

/** By how many milliseconds the server's clock is ahead of this device's. */
export const aheadBy = (serverNow: string): number =>
  Temporal.Instant.from(serverNow).epochMilliseconds - Temporal.Now.instant().epochMilliseconds;

/** This moment by the server's clock, to the second. */
export const nowBy = (ahead: number): string =>
  Temporal.Now.instant()
    .add({ milliseconds: Math.round(ahead) })
    .round({ smallestUnit: 'millisecond' })
    .toString();

const longest = 120;

/** Which minute of the lesson it is, the first one being 1; null before it, two hours on, and where its start is unknown. */
export function minuteSince(startsAt: string | null, at: string): number | null {
  if (startsAt === null) return null;
  const from = Temporal.Instant.from(startsAt).epochMilliseconds;
  const minutes = Math.floor((Temporal.Instant.from(at).epochMilliseconds - from) / 60_000);
  return minutes < 0 || minutes >= longest ? null : minutes + 1;
}
