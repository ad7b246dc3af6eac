import type { LessonCard, readWeek, ReplyOf, WeekMeeting } from '@qinglan/contracts';
import { Temporal, weekdayOf, type OrganisationId, type PersonId } from '@qinglan/domain';
import { besideEachOther, type Across, type Beside } from './card-lanes';
import { dayOfInstant, meet, spanOf, spanOfInstants, type Span } from './clock-minutes';
import { schoolsAway, type LessonEnd } from './lesson-ends';
import { isReleased } from './lesson-look';
import { sortMeetings, spanOfMeeting } from './meeting-layout';

export type Week = ReplyOf<typeof readWeek>;
export type WeekSchool = Week['schools'][number];
export type SchoolDay = WeekSchool['days'][number];

/** Whose week is drawn, and through whose eyes. */
export interface Viewing {
  readonly schoolId: OrganisationId;
  readonly partnerId: OrganisationId | null;
  /** Only the lessons of this person. */
  readonly onlyOf: PersonId | null;
}

/** A period of a bell. */
export interface PeriodCell extends Span {
  readonly number: number;
  readonly isFree: boolean;
}

/** One bell of a day. */
export interface Lane {
  readonly end: 'own' | 'partner';
  readonly school: WeekSchool['school'];
  readonly day: SchoolDay;
  readonly periods: readonly PeriodCell[];
  readonly taken: readonly Span[];
}

/** A lesson where it stands in the day. */
export interface PlacedCard extends Span, Beside {
  readonly lesson: LessonCard;
  readonly across: Across;
  /** The schools that do not teach on its day any more. */
  readonly away: readonly LessonEnd['school'][];
  /** Observations of this lesson that the reader takes part in. */
  readonly visits: readonly WeekMeeting[];
}

/** What the reader meets for besides lessons, where it stands in the day. */
export interface PlacedMeeting extends Span, Beside {
  readonly meeting: WeekMeeting;
  readonly across: Across;
}

/** A day with its one or two bells. */
export interface DayColumn {
  readonly day: string;
  readonly weekday: number;
  readonly isToday: boolean;
  readonly lanes: readonly Lane[];
  readonly cards: readonly PlacedCard[];
  readonly meetings: readonly PlacedMeeting[];
}

/** A week ready to be drawn; the span holds every bell and lesson. */
export interface WeekLayout {
  readonly own: WeekSchool;
  readonly partner: WeekSchool | null;
  readonly span: Span;
  readonly days: readonly DayColumn[];
}

const usualSpan: Span = { startsAt: 8 * 60, endsAt: 17 * 60 };

/** Lays a week out; null when the school is not in it. */
export function layWeek(week: Week, viewing: Viewing): WeekLayout | null {
  const own = week.schools.find(({ school }) => school.id === viewing.schoolId);
  if (!own) return null;
  const partner = week.schools.find(({ school }) => school.id === viewing.partnerId) ?? null;
  const lessons = week.lessons.filter((lesson) => isShown(lesson, viewing));
  const meetings = sortMeetings(week.meetings, lessons);
  const days = own.days
    .map((_, index) => layDay({ week, own, partner, lessons, meetings }, index))
    .filter((day) => day.weekday <= 5 || isWorthShowing(day));
  return { own, partner, span: spanOfDays(days), days };
}

function isShown(lesson: LessonCard, { schoolId, partnerId, onlyOf }: Viewing): boolean {
  const schools = [lesson.presentingSchool.id, lesson.receivingSchool.id];
  if (!schools.some((id) => id === schoolId || id === partnerId)) return false;
  return onlyOf === null || lesson.presenter.id === onlyOf || lesson.localTeacher.id === onlyOf;
}

/** A weekend day appears when a school works on it, or when something happens on it. */
const isWorthShowing = (day: DayColumn): boolean =>
  day.cards.length + day.meetings.length > 0 || day.lanes.some((lane) => lane.day.teaching || lane.periods.length > 0);

interface Parts {
  readonly week: Week;
  readonly own: WeekSchool;
  readonly partner: WeekSchool | null;
  readonly lessons: readonly LessonCard[];
  readonly meetings: ReturnType<typeof sortMeetings>;
}

function layDay(parts: Parts, index: number): DayColumn {
  const day = parts.own.days[index]?.day ?? parts.week.monday;
  const { cards, meetings } = layCards(parts, day);
  const ends = [
    { end: 'own', of: parts.own },
    { end: 'partner', of: parts.partner },
  ] as const;
  const lanes = ends.flatMap(({ end, of }) => {
    const schoolDay = of?.days[index];
    return of && schoolDay ? [layLane({ end, of, schoolDay }, parts.week, cards)] : [];
  });
  return {
    day,
    weekday: weekdayOf(Temporal.PlainDate.from(day)),
    isToday: day === parts.week.today,
    lanes,
    cards,
    meetings,
  };
}

const isOn =
  (day: string) =>
  ({ startsAt }: { readonly startsAt: string }) =>
    dayOfInstant(startsAt) === day;
const fromTheTop = (a: Span & Beside, b: Span & Beside): number => a.startsAt - b.startsAt || a.column - b.column;

/** Lessons and meetings share the width of their time. */
function layCards({ week, own, partner, lessons, meetings }: Parts, day: string) {
  const cards = lessons.filter(isOn(day)).map((lesson) => ({
    lesson,
    across: acrossOf(lesson, own.school.id, partner?.school.id),
    away: schoolsAway(lesson, (schoolId) => isTeaching(week, schoolId, day)),
    visits: meetings.byLesson.get(lesson.id) ?? [],
    ...spanOfInstants(lesson.startsAt, lesson.endsAt),
  }));
  const apart = meetings.apart.filter(isOn(day)).map((meeting) => ({
    meeting,
    across: 'own' as const,
    ...spanOfMeeting(meeting),
  }));
  const beside = besideEachOther([...cards, ...apart]);
  const placeOf = (index: number) => beside[index] ?? { column: 0, columns: 1 };
  return {
    cards: cards.map((card, index) => ({ ...card, ...placeOf(index) })).sort(fromTheTop),
    meetings: apart.map((card, index) => ({ ...card, ...placeOf(cards.length + index) })).sort(fromTheTop),
  };
}

const isTeaching = (week: Week, schoolId: string, day: string): boolean | undefined =>
  week.schools.find(({ school }) => school.id === schoolId)?.days.find((of) => of.day === day)?.teaching;

function acrossOf(lesson: LessonCard, ownId: string, partnerId: string | undefined): Across {
  const schools: readonly string[] = [lesson.presentingSchool.id, lesson.receivingSchool.id];
  if (!schools.includes(ownId)) return 'partner';
  return partnerId === undefined || schools.includes(partnerId) ? 'both' : 'own';
}

interface LaneParts {
  readonly end: Lane['end'];
  readonly of: WeekSchool;
  readonly schoolDay: SchoolDay;
}

function layLane({ end, of, schoolDay }: LaneParts, week: Week, cards: readonly PlacedCard[]): Lane {
  const busy = cards.filter((card) => card.across !== other(end) && !isReleased(card.lesson.state));
  const periods = schoolDay.periods.map((period) => {
    const span = spanOf(period.startsAt, period.endsAt);
    return { number: period.number, ...span, isFree: !busy.some((card) => meet(card, span)) };
  });
  const taken = week.taken
    .filter((slot) => slot.schoolId === of.school.id && dayOfInstant(slot.startsAt) === schoolDay.day)
    .map((slot) => spanOfInstants(slot.startsAt, slot.endsAt));
  return { end, school: of.school, day: schoolDay, periods, taken };
}

const other = (end: Lane['end']): Lane['end'] => (end === 'own' ? 'partner' : 'own');

/** From the half hour before the first bell to the half hour after the last. */
function spanOfDays(days: readonly DayColumn[]): Span {
  const all = days.flatMap((day) => [
    ...day.cards,
    ...day.meetings,
    ...day.lanes.flatMap((lane) => [...lane.periods, ...lane.taken]),
  ]);
  if (all.length === 0) return usualSpan;
  return {
    startsAt: Math.floor(Math.min(...all.map((span) => span.startsAt)) / 30) * 30,
    endsAt: Math.ceil(Math.max(...all.map((span) => span.endsAt)) / 30) * 30,
  };
}
