import { Injectable } from '@nestjs/common';
import { SchoolCalendars } from '@qinglan/api-calendar';
import { type PartnershipBetween, PartnershipQueries } from '@qinglan/api-directory';
import { orNotFound, type Read, Refused, statement } from '@qinglan/api-platform';
import {
  addDays,
  asId,
  beijingDayOf,
  type DaySpan,
  lastDayOf,
  type SchoolCalendar,
  type SchoolId,
  Temporal,
  type Term,
  type TermId,
  workingDeadline,
} from '@qinglan/domain';

/** The two schools of a lesson. */
export interface Pair {
  readonly presentingSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
}

/** Both calendars. */
export interface Calendars {
  readonly presenting: SchoolCalendar;
  readonly receiving: SchoolCalendar;
}

const term = statement(
  'scheduling-term',
  `SELECT t.id, t.side_id AS "sideId", t.first_monday AS "firstMonday", t.week_count AS "weekCount"
   FROM organisation o JOIN term t ON t.side_id = o.side_id WHERE o.id = $1 AND t.code = $2`,
);

interface TermRow {
  readonly id: string;
  readonly sideId: string;
  readonly firstMonday: string;
  readonly weekCount: number;
}

/** Three working days to answer, in the calendar of the school that is asked. */
const daysToAnswer = 3;
/** Long enough to hold three working days over any holiday; after it the calendar has no exceptions to give. */
const deadlineSpan = 40;

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);

/** The days a proposal has to look at: those of its lessons, and those in which an answer is due. */
export function daysAround(span: DaySpan, now: Temporal.Instant): DaySpan {
  const today = beijingDayOf(now);
  return { firstDay: earlier(span.firstDay, today), lastDay: later(span.lastDay, addDays(today, deadlineSpan)) };
}

/** The days of a term. */
export const daysOfTerm = (of: Term): DaySpan => ({ firstDay: of.firstMonday, lastDay: lastDayOf(of) });

/** When the asked school must have answered. */
export function answerDue(calendars: Calendars, toSchoolId: SchoolId, now: Temporal.Instant): Temporal.Instant {
  const theirs = calendars.presenting.schoolId === toSchoolId ? calendars.presenting : calendars.receiving;
  return workingDeadline(theirs, now, daysToAnswer);
}

/** What is known of two schools before any lesson of theirs is looked at. */
@Injectable()
export class Pairs {
  constructor(
    private readonly calendars: SchoolCalendars,
    private readonly partnerships: PartnershipQueries,
  ) {}

  async partnership(read: Read, pair: Pair): Promise<PartnershipBetween> {
    const found = await this.partnerships.between(read, pair.presentingSchoolId, pair.receivingSchoolId);
    if (!found) throw new Refused('not-partners');
    return found;
  }

  /** The term of this code on the school's side. */
  async term(read: Read, schoolId: SchoolId, code: string): Promise<Term | null> {
    const row = await read.row<TermRow>(term, [schoolId, code]);
    return row && { ...row, id: asId<TermId>(row.id), firstMonday: Temporal.PlainDate.from(row.firstMonday) };
  }

  /** Both calendars in one round trip; a school without a bell has none and is not found. */
  async load(read: Read, pair: Pair, span: DaySpan): Promise<Calendars> {
    const ids = [pair.presentingSchoolId, pair.receivingSchoolId];
    const found = await this.calendars.load(read, ids, span);
    return {
      presenting: orNotFound(found.get(pair.presentingSchoolId)),
      receiving: orNotFound(found.get(pair.receivingSchoolId)),
    };
  }
}
