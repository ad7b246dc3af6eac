import type { LessonId, SchoolId } from '@qinglan/domain';

/** The socket room of a lesson. */
export const lessonRoom = (lessonId: LessonId): string => `lesson:${lessonId}`;

/** The socket room of those who see a school's timetable. */
export const schoolRoom = (schoolId: SchoolId): string => `school:${schoolId}`;

/** The socket room of those who see every school's timetable. */
export const everySchool = 'schools';
