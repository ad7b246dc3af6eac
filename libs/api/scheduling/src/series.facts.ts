import type { LessonKind, LessonState, SeriesId, Weekday } from '@qinglan/domain';
import type { Cast } from './cast';

/** A week's chosen start, `HH:MM` of Beijing. */
export interface ChoiceRow {
  readonly week: number;
  readonly startsAt: string;
}

/** What a register sheet says of a series; a draft made by hand may have no code. */
export interface SeriesRow extends Cast {
  readonly code: string | null;
  readonly termCode: string;
  readonly kind: LessonKind;
  readonly subject: string;
  readonly weekday: number;
  readonly period: number;
  readonly weeks: string;
}

/** A draft: also what only people choose. */
export interface SeriesDraft extends SeriesRow {
  readonly minutes: number | null;
  readonly skipWeeks: readonly number[];
  readonly choices: readonly ChoiceRow[];
}

/** A series as rules and policies look at it. */
export interface SeriesFacts extends SeriesDraft {
  readonly seriesId: SeriesId;
  readonly version: number;
  readonly states: readonly LessonState[];
}

/** Weekdays come checked by the contract and by the column. */
export const weekdayOfRow = (row: SeriesRow): Weekday => row.weekday as Weekday;

const fields = [
  'code',
  'termCode',
  'kind',
  'subject',
  'presentingSchoolId',
  'receivingSchoolId',
  'presenterId',
  'presentingClassId',
  'presentingClassroomId',
  'localTeacherId',
  'receivingClassId',
  'receivingClassroomId',
  'weekday',
  'period',
  'weeks',
  'minutes',
  'skipWeeks',
  'choices',
] as const satisfies readonly (keyof SeriesDraft)[];

/** The fields in which two drafts differ, before and after. */
export function draftChanges(before: SeriesDraft | null, after: SeriesDraft) {
  const changed = fields.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]));
  const pick = (from: SeriesDraft) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return changed.length === 0 ? null : { before: before && pick(before), after: pick(after) };
}
