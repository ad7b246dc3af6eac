export { cursorId, cursorInstant, cursorInstantSql, cursorSql, readCursor } from './cursor';
export { ExpireProposals } from './expire-proposals';
export { lessonCardJoins, lessonCardJson, lessonCardsJson, schoolLabelJson } from './lesson-card.sql';
export { type LessonFacts, lessonSubject, slotOf } from './lesson.facts';
export { LessonQueries } from './lesson.queries';
export { type MeetingCause, type MeetingClashes, MeetingHolds, type MeetingPlaced } from './meeting-holds';
export { settled } from './refusals';
export { SchedulingModule } from './scheduling.module';
export { type SeriesSheetRow, SeriesStore } from './series.store';
