import type { LessonCard, readWeek, ReplyOf } from '@qinglan/contracts';
import { Temporal, weekdayOf, type OrganisationId, type PersonId } from '@qinglan/domain';
import { besideEachOther, type Across, type Beside } from './card-lanes';
import { dayOfInstant, meet, spanOf, spanOfInstants, type Span } from './clock-minutes';
import { schoolsAway, type LessonEnd } from './lesson-ends';
import { isReleased } from './lesson-look';

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
}

/** A day with its one or two bells. */
export interface DayColumn {
  readonly day: string;
  readonly weekday: number;
  readonly isToday: boolean;
  readonly lanes: readonly Lane[];
  readonly cards: readonly PlacedCard[];
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
  const days = own.days
    .map((_, index) => layDay({ week, own, partner, lessons }, index))
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
  day.cards.length > 0 || day.lanes.some((lane) => lane.day.teaching || lane.periods.length > 0);

interface Parts {
  readonly week: Week;
  readonly own: WeekSchool;
  readonly partner: WeekSchool | null;
  readonly lessons: readonly LessonCard[];
}

function layDay(parts: Parts, index: number): DayColumn {
  const day = parts.own.days[index]?.day ?? parts.week.monday;
  const cards = layCards(
    parts,
    parts.lessons.filter((lesson) => dayOfInstant(lesson.startsAt) === day),
  );
  const ends = [
    { end: 'own', of: parts.own },
    { end: 'partner', of: parts.partner },
  ] as const;
  const lanes = ends.flatMap(({ end, of }) => {
    const schoolDay = of?.days[index];
    return of && schoolDay ? [layLane({ end, of, schoolDay }, parts.week, cards)] : [];
  });
  return { day, weekday: weekdayOf(Temporal.PlainDate.from(day)), isToday: day === parts.week.today, lanes, cards };
}

function layCards({ week, own, partner }: Parts, lessons: readonly LessonCard[]): readonly PlacedCard[] {
  const covered = lessons.map((lesson) => ({
    lesson,
    across: acrossOf(lesson, own.school.id, partner?.school.id),
    away: schoolsAway(lesson, (schoolId) => isTeaching(week, schoolId, dayOfInstant(lesson.startsAt))),
    ...spanOfInstants(lesson.startsAt, lesson.endsAt),
  }));
  const beside = besideEachOther(covered);
  return covered
    .map((card, index) => ({ ...card, ...(beside[index] ?? { column: 0, columns: 1 }) }))
    .sort((a, b) => a.startsAt - b.startsAt || a.column - b.column);
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
  const all = days.flatMap((day) => [...day.cards, ...day.lanes.flatMap((lane) => [...lane.periods, ...lane.taken])]);
  if (all.length === 0) return usualSpan;
  return {
    startsAt: Math.floor(Math.min(...all.map((span) => span.startsAt)) / 30) * 30,
    endsAt: Math.ceil(Math.max(...all.map((span) => span.endsAt)) / 30) * 30,
  };
}
