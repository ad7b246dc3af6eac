import { Module } from '@nestjs/common';
import { BellScheduleStore } from './bell-schedule.store';
import { CalendarDayStore } from './calendar-day.store';
import { SchoolCalendars } from './school-calendars';
import { TermStore } from './term.store';

const shared = [BellScheduleStore, TermStore, CalendarDayStore, SchoolCalendars];

/** Bells, terms and the exceptions of the calendar. */
@Module({ providers: [...shared], exports: shared })
export class CalendarModule {}
