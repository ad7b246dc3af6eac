import { epochDayOf, type DaySpan, type Temporal } from '../../time';
import type { LessonState } from '../../scheduling';

/** What one school still owes the record of a lesson: its teacher's signature, or a lesson that makes up for it. */
export const lessonLacks = ['signature', 'make-up'] as const;

/** What one school still owes the record of a lesson. */
export type LessonLack = (typeof lessonLacks)[number];

/** States of lessons that somebody has to say something about: held, or meant to be held. */
export const recordedLessonStates: readonly LessonState[] = ['ended', 'verified', 'missed', 'interrupted'];

/** States in which a make-up lesson is as good as none. */
export const idleLessonStates: readonly LessonState[] = ['draft', 'declined', 'expired', 'withdrawn', 'cancelled'];

/** What is known of a lesson at one of its ends. */
export interface RecordedLesson {
  readonly state: LessonState;
  readonly isSigned: boolean;
  /** Another lesson replaces it that was not called off. */
  readonly isMadeUp: boolean;
}

/** What the school at that end still owes, or null: a lesson that ended wants its signature, one that failed another date. */
export function lackOfLesson({ state, isSigned, isMadeUp }: RecordedLesson): LessonLack | null {
  if (state === 'ended') return isSigned ? null : 'signature';
  return (state === 'missed' || state === 'interrupted') && !isMadeUp ? 'make-up' : null;
}

/** A pairing that ran so many days of a month, pauses taken off, should have met once in it. */
export const meetingDays = 14;

/** The days of a pairing's life that matter to a month. */
export interface RunningDays {
  readonly firstDay: Temporal.PlainDate;
  /** Null while it runs. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly pauses: readonly { readonly firstDay: Temporal.PlainDate; readonly lastDay: Temporal.PlainDate | null }[];
}

const sharedDays = (span: DaySpan, first: Temporal.PlainDate, last: Temporal.PlainDate | null): number => {
  const from = Math.max(epochDayOf(span.firstDay), epochDayOf(first));
  const to = Math.min(epochDayOf(span.lastDay), last ? epochDayOf(last) : Number.POSITIVE_INFINITY);
  return Math.max(0, to - from + 1);
};

/** How many days of a span the two worked with each other; pauses do not overlap. */
export function workingDays({ firstDay, lastDay, pauses }: RunningDays, span: DaySpan): number {
  const paused = pauses.reduce((days, pause) => days + sharedDays(span, pause.firstDay, pause.lastDay), 0);
  return Math.max(0, sharedDays(span, firstDay, lastDay) - paused);
}

/** Should the two have met in these days of a month? */
export const shouldHaveMet = (pairing: RunningDays, span: DaySpan): boolean =>
  workingDays(pairing, span) >= meetingDays;

/** How much of something is there. */
export interface Filling {
  readonly expected: number;
  readonly lacking: number;
}

/** Whole percent that is there, rounded down: 100 only when nothing lacks. Null where nothing is expected. */
export const percentOf = ({ expected, lacking }: Filling): number | null =>
  expected === 0 ? null : Math.floor(((expected - lacking) * 100) / expected);
