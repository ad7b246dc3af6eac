import type { Occurrence, Preview, Start } from './shapes';

/** What the weeks of a draft come to; every week counts once. */
export interface Sum {
  /** Lessons that can be sent as they are. */
  readonly placed: number;
  /** Over, and not written down late, whether they would have fitted or not. */
  readonly past: number;
  readonly skipped: number;
  readonly leftOut: number;
  readonly notPlaced: number;
  readonly clashing: number;
}

/** A week without a lesson is past by its day; the interface marks lessons only. */
export const isOver = (week: Occurrence, today: string): boolean => week.past || (week.day ?? today) < today;

export interface Counting {
  readonly includesPast: boolean;
  /** Beijing day. */
  readonly today: string;
}

/** The one figure in which a week is counted. */
function figureOf(week: Occurrence, { includesPast, today }: Counting): keyof Sum {
  if (week.state === 'skipped') return 'skipped';
  if (week.state === 'left-out') return 'leftOut';
  if (!includesPast && isOver(week, today)) return 'past';
  if (week.state === 'not-placed') return 'notPlaced';
  return week.clashes.length > 0 ? 'clashing' : 'placed';
}

export function sumOf({ occurrences }: Pick<Preview, 'occurrences'>, counting: Counting): Sum {
  const sum = { placed: 0, past: 0, skipped: 0, leftOut: 0, notPlaced: 0, clashing: 0 };
  for (const week of occurrences) sum[figureOf(week, counting)] += 1;
  return sum;
}

/** The week from which another time holds; `time` is the new one. */
export interface TimeChange {
  readonly week: number;
  readonly day: string;
  readonly time: string;
}

const timeOf = (week: Occurrence): string => (week.window ? `${week.window.startsAt}–${week.window.endsAt}` : '');

/** Where the usual time changes along the term, because a bell changes its season; weeks chosen by hand do not count. */
export function timeChanges(weeks: readonly Occurrence[], chosen: ReadonlySet<number>): readonly TimeChange[] {
  const usual = weeks.filter((week) => week.state === 'placed' && !chosen.has(week.week));
  return usual.flatMap((week, at) => {
    const before = usual[at - 1];
    if (!before || !week.day || timeOf(before) === timeOf(week)) return [];
    return [{ week: week.week, day: week.day, time: timeOf(week) }];
  });
}

/** The clashes that sending met, put into their weeks. */
export function withClashes(preview: Preview, clashes: readonly Occurrence['clashes'][number][]): Preview {
  const byWeek = Map.groupBy(clashes, (clash) => clash.wanted.week);
  const occurrences = preview.occurrences.map((week) => ({ ...week, clashes: byWeek.get(week.week) ?? [] }));
  return { ...preview, occurrences, clashing: byWeek.size };
}

const suggestionsOf = ({ state, suggestions }: Occurrence): readonly Start[] =>
  state === 'not-placed' ? suggestions : [];

/** Where a clashing week could go; the moves are the day's, so each clash of a week names the same. */
export const movesOf = ({ clashes }: Occurrence): readonly Start[] =>
  clashes.find(({ moves }) => moves.length > 0)?.moves ?? [];

/** The start that would place the most weeks that do not fit (or clash), and those weeks; null where none helps two. */
export function startForMany(
  weeks: readonly Occurrence[],
  startsOf = suggestionsOf,
): { readonly time: string; readonly weeks: readonly number[] } | null {
  const offers = weeks.flatMap((week) =>
    startsOf(week).map(({ startsAt }, rank) => ({ week: week.week, startsAt, rank })),
  );
  const [best] = [...Map.groupBy(offers, ({ startsAt }) => startsAt)]
    .map(([time, same]) => ({
      time,
      weeks: same.map(({ week }) => week),
      rank: same.reduce((sum, { rank }) => sum + rank, 0),
    }))
    .sort((a, b) => b.weeks.length - a.weeks.length || a.rank - b.rank);
  return best && best.weeks.length > 1 ? { time: best.time, weeks: best.weeks } : null;
}
