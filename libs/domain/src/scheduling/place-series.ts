import { schoolDay, type Period, type SchoolCalendar, type SchoolDay } from '../calendar';
import { beijingSlot, dayMinutes } from '../time';
import { carrierOf } from './carrier';
import { candidates } from './cuts';
import type { PlacedWindow } from './lesson';
import type { NotPlacedOccurrence, NotPlacedReason, Occurrence, SeriesPlace, SkipReason } from './occurrence';
import { cleanWindows, windowAt, type Window } from './window';

/** The two schools' day that carries a week's lesson. */
interface Week {
  readonly week: number;
  readonly presenting: SchoolDay;
  readonly receiving: SchoolDay;
}

function skipReasons(place: SeriesPlace, asked: Week): readonly SkipReason[] {
  const { presenting, receiving } = asked;
  const reasons: SkipReason[] = place.skipWeeks?.includes(asked.week) ? [{ kind: 'left-out' }] : [];
  if (presenting.state !== 'teaching') reasons.push({ kind: 'no-school', end: 'presenting', schoolDay: presenting });
  else if (presenting.runsWeekday !== place.weekday)
    reasons.push({ kind: 'other-timetable', end: 'presenting', schoolDay: presenting });
  if (receiving.state !== 'teaching') reasons.push({ kind: 'no-school', end: 'receiving', schoolDay: receiving });
  return reasons;
}

/** What a week needs to find its window. */
interface Search {
  readonly place: SeriesPlace;
  readonly period: Period | undefined;
  readonly minutes: number;
  readonly windows: readonly Window[];
}

const lengthOf = (period: Period): number => period.endsAt - period.startsAt;

function searchOf(place: SeriesPlace, asked: Week): Search {
  const period = asked.presenting.periods.find((one) => one.number === place.period);
  const model = period ?? asked.presenting.periods[0];
  const minutes = place.minutes ?? (model ? lengthOf(model) : 0);
  const windows = place.hasClass ? cleanWindows(asked.presenting.periods, asked.receiving.periods, minutes) : [];
  return { place, period, minutes, windows };
}

const asItStands = (search: Search, startsAt: number): PlacedWindow => ({
  startsAt,
  endsAt: startsAt + search.minutes,
  presentingPeriod: search.period?.startsAt === startsAt ? search.period.number : null,
  receivingPeriod: null,
  presentingShift: 0,
  receivingShift: 0,
});

/** A meeting may begin whenever it likes, and ends on the same day. */
function meetingAt(search: Search, startsAt: number): PlacedWindow | NotPlacedReason {
  if (search.minutes === 0) return 'no-such-period';
  return startsAt + search.minutes <= dayMinutes ? asItStands(search, startsAt) : 'choice-not-clean';
}

function chosenWindow(search: Search, asked: Week, startsAt: number): PlacedWindow | NotPlacedReason {
  if (!search.place.hasClass) return meetingAt(search, startsAt);
  const { periods } = asked.presenting;
  return windowAt(periods, asked.receiving.periods, { startsAt, minutes: search.minutes }) ?? 'choice-not-clean';
}

function windowFor(search: Search, asked: Week): PlacedWindow | NotPlacedReason {
  const choice = search.place.choices?.find((one) => one.week === asked.week);
  if (choice) return chosenWindow(search, asked, choice.startsAt);
  if (!search.period) return 'no-such-period';
  if (!search.place.hasClass) return meetingAt(search, search.period.startsAt);
  return search.windows.find((window) => window.presentingPeriod === search.place.period) ?? 'no-clean-window';
}

function notPlaced(
  search: Search,
  asked: Week,
  why: NotPlacedReason,
): Pick<NotPlacedOccurrence, 'kind' | 'why' | 'suggestions' | 'candidates'> {
  const { windows, minutes, place } = search;
  const others = windows.filter((window) => why === 'choice-not-clean' || window.presentingPeriod !== place.period);
  const [presenting, receiving] = [asked.presenting.periods, asked.receiving.periods];
  const found = place.hasClass ? candidates({ presenting, receiving, minutes, presentingPeriod: place.period }) : [];
  return { kind: 'not-placed', why, suggestions: others, candidates: found };
}

function placeWeek(place: SeriesPlace, asked: Week): Occurrence {
  const { presenting, receiving } = asked;
  const about = { ...asked, day: presenting.day, receivingWeek: receiving.week };
  const reasons = skipReasons(place, asked);
  if (reasons.length > 0) return { ...about, kind: 'skipped', reasons };
  const search = searchOf(place, asked);
  const window = windowFor(search, asked);
  if (typeof window === 'string') return { ...about, ...notPlaced(search, asked, window) };
  const slot = beijingSlot(presenting.day, window.startsAt, window.endsAt);
  const otherWindows = search.windows.filter((other) => other.startsAt !== window.startsAt);
  return { ...about, kind: 'placed', window, slot, otherWindows };
}

/** What every requested week gives: the bell and the calendar valid that day are asked anew for each. */
export function placeSeries(
  place: SeriesPlace,
  presenting: SchoolCalendar,
  receiving: SchoolCalendar,
): readonly Occurrence[] {
  return place.weeks.map((week) => {
    const ours = carrierOf(presenting, { ...place, week });
    return placeWeek(place, { week, presenting: ours, receiving: schoolDay(receiving, ours.day) });
  });
}
