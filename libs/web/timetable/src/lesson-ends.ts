import type { LessonCard } from '@qinglan/contracts';

/** One school's end of a lesson. */
export interface LessonEnd {
  readonly school: LessonCard['presentingSchool'];
  readonly part: 'presenting' | 'receiving';
  readonly period: number | null;
  readonly shift: number;
}

/** Both ends, the presenting one first. */
export const endsOf = (lesson: LessonCard): readonly [LessonEnd, LessonEnd] => [
  {
    school: lesson.presentingSchool,
    part: 'presenting',
    period: lesson.presentingPeriod,
    shift: lesson.presentingShift,
  },
  { school: lesson.receivingSchool, part: 'receiving', period: lesson.receivingPeriod, shift: lesson.receivingShift },
];

/** How the bells of both ends take a lesson; `ends` are those that count it among their periods. */
export interface Bells {
  readonly kind: 'free' | 'none' | 'oneAsRung' | 'moved';
  readonly ends: readonly LessonEnd[];
}

/** Only two ends with a period can both go by the bell. */
export function bellsOf(lesson: LessonCard): Bells {
  const ends = endsOf(lesson).filter((end) => end.period !== null);
  if (ends.length === 0) return { kind: 'free', ends };
  if (ends.some((end) => end.shift !== 0)) return { kind: 'moved', ends };
  return { kind: ends.length === 2 ? 'none' : 'oneAsRung', ends };
}

const standing: ReadonlySet<LessonCard['state']> = new Set(['proposed', 'countered', 'confirmed']);

/** Does it need both schools to teach on its day? A meeting without classes may lie on any. */
export const needsSchoolDay = (lesson: LessonCard): boolean =>
  standing.has(lesson.state) && (lesson.presentingClass !== null || lesson.receivingClass !== null);

/** The schools of a lesson that do not teach on its day (any more). */
export const schoolsAway = (
  lesson: LessonCard,
  isTeaching: (schoolId: string) => boolean | undefined,
): readonly LessonEnd['school'][] =>
  needsSchoolDay(lesson)
    ? endsOf(lesson)
        .map(({ school }) => school)
        .filter(({ id }) => isTeaching(id) === false)
    : [];
