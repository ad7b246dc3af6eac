export { type BellScheduleRow, BellScheduleStore, type PeriodRow, type SeasonRow } from './bell-schedule.store';
export { type CalendarDayRow, CalendarDayStore } from './calendar-day.store';
export { CalendarModule } from './calendar.module';
export { SchoolCalendars } from './school-calendars';
export { type TermRow, TermStore } from './term.store';
export { type BellError, bellErrors } from './bell-errors';
