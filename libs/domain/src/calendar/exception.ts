import type { CalendarDayId, SchoolId, SideId } from '../kernel';
import type { Temporal, Weekday } from '../time';

/** Whom an exception binds; a narrower scope overrules a wider one. */
export type CalendarScope =
  | { readonly kind: 'nation' }
  | { readonly kind: 'side'; readonly sideId: SideId }
  | { readonly kind: 'school'; readonly schoolId: SchoolId };

/** What happens on the day instead of the ordinary week. */
export type CalendarKind = 'day-off' | 'make-up' | 'exam' | 'closed';

/** A provisional day is computed or expected, and may still change. */
export type CalendarStatus = 'provisional' | 'confirmed';

/** One exception to the ordinary week. */
export interface CalendarDay {
  readonly id: CalendarDayId;
  readonly day: Temporal.PlainDate;
  readonly scope: CalendarScope;
  readonly kind: CalendarKind;
  /** The weekday whose timetable a make-up day runs; null places no lesson by itself. */
  readonly followsWeekday: Weekday | null;
  readonly status: CalendarStatus;
  readonly note: string;
}

const ranks: Readonly<Record<CalendarScope['kind'], number>> = { nation: 1, side: 2, school: 3 };

/** School overrules side, side overrules nation. */
export const rankOf = (scope: CalendarScope): number => ranks[scope.kind];

/** Does the exception bind this school of this side? */
export function binds(scope: CalendarScope, schoolId: SchoolId, sideId: SideId): boolean {
  if (scope.kind === 'school') return scope.schoolId === schoolId;
  return scope.kind === 'nation' || scope.sideId === sideId;
}
