import type { LessonId, PersonId, SchoolId } from '@qinglan/domain';

/** The socket room of a lesson. */
export const lessonRoom = (lessonId: LessonId): string => `lesson:${lessonId}`;

/** The socket room of a school's own people, who see its lessons. */
export const schoolRoom = (schoolId: SchoolId): string => `school:${schoolId}`;

/** The socket room of the people of its partners, who see when the school is taken and not by what. */
export const partnersRoom = (schoolId: SchoolId): string => `partners:${schoolId}`;

/** The socket room of one person, whatever devices are open. */
export const personRoom = (personId: PersonId): string => `person:${personId}`;

/** The socket room of those who see every school's timetable. */
export const everySchool = 'schools';
