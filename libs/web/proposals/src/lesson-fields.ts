import type { LessonCard } from '@qinglan/contracts';
import { castOfLesson, emptyCast, hasClass, type Cast, type CastOfLesson } from './cast';

/** What the form of a single lesson holds. */
export interface LessonFields extends Cast {
  readonly topic: string;
  /** "2026-09-16"; empty is not chosen yet. */
  readonly day: string;
  /** "09:50", Beijing time of that day. */
  readonly startsAt: string;
  /** Null takes the presenting school's period. */
  readonly minutes: number | null;
}

export const emptyLesson: LessonFields = { ...emptyCast, topic: '', day: '', startsAt: '', minutes: null };

/** What a make-up keeps of the lesson it replaces: everything but its time. */
export const makeUpOf = (lost: CastOfLesson & Pick<LessonCard, 'topic'>, ownSchoolId: string | null): LessonFields => ({
  ...emptyLesson,
  ...castOfLesson(lost, ownSchoolId),
  topic: lost.topic ?? '',
});

const placing = ['day', 'partnerId', 'ownPresents'] as const;

/** A start belongs to its day and to both bells; the length matters to it only where a class keeps to the bells. */
export function withChange(before: LessonFields, change: Partial<LessonFields>): LessonFields {
  const bound = hasClass(before) ? ([...placing, 'minutes'] as const) : placing;
  const isMoved = bound.some((field) => field in change && change[field] !== before[field]);
  return { ...before, ...(isMoved ? { startsAt: '' } : {}), ...change };
}
