import { seriesStatus, type LessonState } from '@qinglan/domain';
import type { Session } from '@qinglan/web-platform';
import type { Series } from './shapes';

const drafts: ReadonlySet<string> = new Set(['draft', 'declined', 'expired', 'withdrawn', 'cancelled']);

/** Where a series stands, read from the states its lessons are in. */
export const statusOf = (series: Series) => seriesStatus(Object.keys(series.lessons) as LessonState[]);

/** A series of which nothing waits and nothing is agreed may be changed and sent (again). */
export const isDraft = (series: Series): boolean => drafts.has(statusOf(series));

/** A coordinator proposes anything of the own school, a teacher what she gives or accompanies. */
export function mayPropose(session: Session | null, series: Series): boolean {
  const own = session?.school?.id;
  if (!session || (own !== series.presentingSchoolId && own !== series.receivingSchoolId)) return false;
  if (session.roles.includes('coordinator')) return true;
  const isHers = [series.presenterId, series.localTeacherId].some((id) => id === session.person.id);
  return isHers && session.roles.includes('teacher');
}
