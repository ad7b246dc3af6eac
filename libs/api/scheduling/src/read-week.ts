import { Injectable } from '@nestjs/common';
import { SchoolCalendars } from '@qinglan/api-calendar';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, readWeek } from '@qinglan/contracts';
import {
  type Actor,
  addDays,
  allOf,
  beijingDayOf,
  beijingMinute,
  maySeeSchoolTimetable,
  schoolDay,
  type SchoolCalendar,
  Temporal,
  weekdayOf,
} from '@qinglan/domain';
import { schoolDayView } from './day-view';
import { type WeekOfSchools, WeekQueries } from './week.queries';

function mondayOf(text: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(text);
  if (weekdayOf(day) !== 1) throw new Refused('not-a-monday');
  return day;
}

function schoolView(calendar: SchoolCalendar, monday: Temporal.PlainDate, week: WeekOfSchools) {
  const days = Array.from({ length: 7 }, (_, index) => schoolDay(calendar, addDays(monday, index)));
  const inTerm = days.find((day) => day.termId !== null);
  const term = inTerm?.termId ? week.terms?.[inTerm.termId] : undefined;
  return {
    school: week.schools[calendar.schoolId],
    term: term && inTerm ? { ...term, week: inTerm.week } : null,
    days: days.map(schoolDayView),
  };
}

/** Shows a school's week, and a partner's beside it: days and bells of both, and what lies in it. */
@Injectable()
export class ReadWeek {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly calendars: SchoolCalendars,
    private readonly weeks: WeekQueries,
  ) {}

  execute(actor: Actor, { params, query }: Pick<InputOf<typeof readWeek>, 'params' | 'query'>): Promise<string> {
    const monday = mondayOf(params.monday);
    const { schoolId } = params;
    const partnerId = query.partnerId ?? schoolId;
    const schoolIds = [...new Set([schoolId, partnerId])];
    allowOrHide(allOf(...schoolIds.map((id) => maySeeSchoolTimetable(actor, id))));
    const span = { startsAt: beijingMinute(monday, 0), endsAt: beijingMinute(addDays(monday, 7), 0) };
    const days = { firstDay: monday, lastDay: addDays(monday, 6) };
    const today = beijingDayOf(this.clock.now());
    return this.transactions.read(async (read) => {
      const calendars = await this.calendars.load(read, schoolIds, days);
      const week = orNotFound(await this.weeks.read(read, actor, { schoolId, partnerId, span }));
      const schools = schoolIds.map((id) => schoolView(orNotFound(calendars.get(id)), monday, week));
      const frame = JSON.stringify({ monday, today, schools });
      return `${frame.slice(0, -1)},"lessons":${week.lessons},"taken":${week.taken},"meetings":${week.meetings}}`;
    });
  }
}
