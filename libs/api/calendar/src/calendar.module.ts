import { Module } from '@nestjs/common';
import { BellScheduleQueries } from './bell-schedule.queries';
import { BellScheduleStore } from './bell-schedule.store';
import { BellSchedulesController } from './bell-schedules.controller';
import { CalendarDayQueries } from './calendar-day.queries';
import { CalendarDayStore } from './calendar-day.store';
import { CalendarDaysController } from './calendar-days.controller';
import { SaveBellSchedule } from './save-bell-schedule';
import { SaveCalendarDay } from './save-calendar-day';
import { SaveTerm } from './save-term';
import { SchoolCalendars } from './school-calendars';
import { TermQueries } from './term.queries';
import { TermStore } from './term.store';
import { TermsController } from './terms.controller';
import { WithdrawCalendarDay } from './withdraw-calendar-day';

const shared = [BellScheduleStore, TermStore, CalendarDayStore, SchoolCalendars];
const queries = [BellScheduleQueries, TermQueries, CalendarDayQueries];
const useCases = [SaveBellSchedule, SaveTerm, SaveCalendarDay, WithdrawCalendarDay];

/** Bells, terms and the exceptions of the calendar. */
@Module({
  controllers: [BellSchedulesController, TermsController, CalendarDaysController],
  providers: [...shared, ...queries, ...useCases],
  exports: shared,
})
export class CalendarModule {}
