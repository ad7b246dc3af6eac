import type { WeekMeeting } from '@qinglan/contracts';

/** Where a meeting is opened. */
export interface MeetingDoor {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** The way to a meeting: whoever hears goes to the notebook, whoever is heard to the lesson. */
export function doorOf({ kind, id, sort, lessonId, itemId }: WeekMeeting): MeetingDoor {
  if (itemId !== null) return { path: ['/programme', itemId], query: {} };
  if (kind === 'activity') return { path: ['/activities', id], query: {} };
  if (sort === 'hears') return { path: ['/observations/new'], query: { request: id } };
  return lessonId
    ? { path: ['/lessons', lessonId], query: {} }
    : { path: ['/observations'], query: { box: 'requests' } };
}
