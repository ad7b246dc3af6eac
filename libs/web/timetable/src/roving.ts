/** A place that the arrow keys reach. */
export interface Stop {
  readonly key: string;
  /** The column. */
  readonly day: number;
  readonly startsAt: number;
}

type Step = 'earlier' | 'later' | 'day-before' | 'day-after' | 'first' | 'last';

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  Home: 'first',
  End: 'last',
};

/** What a key asks for; left and right follow the direction of reading. */
export function stepOf(key: string, direction: 'ltr' | 'rtl'): Step | null {
  if (key === 'ArrowLeft') return direction === 'ltr' ? 'day-before' : 'day-after';
  if (key === 'ArrowRight') return direction === 'ltr' ? 'day-after' : 'day-before';
  return steps[key] ?? null;
}

const byTime = (a: Stop, b: Stop): number => a.startsAt - b.startsAt;

/** Where a step leads: along the day, or to the nearest time of the next day that has a stop. */
export function nextStop(stops: readonly Stop[], from: Stop, step: Step): Stop | undefined {
  const sameDay = stops.filter((stop) => stop.day === from.day).sort(byTime);
  const at = sameDay.findIndex((stop) => stop.key === from.key);
  if (step === 'earlier') return sameDay[at - 1];
  if (step === 'later') return sameDay[at + 1];
  if (step === 'first') return sameDay[0];
  if (step === 'last') return sameDay.at(-1);
  return nearestOfDay(stops, from, step === 'day-after' ? 1 : -1);
}

function nearestOfDay(stops: readonly Stop[], from: Stop, direction: 1 | -1): Stop | undefined {
  const beyond = stops.filter((stop) => (stop.day - from.day) * direction > 0);
  const gap = Math.min(...beyond.map((stop) => Math.abs(stop.day - from.day)));
  return beyond
    .filter((stop) => Math.abs(stop.day - from.day) === gap)
    .sort((a, b) => Math.abs(a.startsAt - from.startsAt) - Math.abs(b.startsAt - from.startsAt))[0];
}
