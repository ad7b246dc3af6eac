import { seriesStatus, type LessonState } from '@qinglan/domain';
import type { Series } from './shapes';

const drafts: ReadonlySet<string> = new Set(['draft', 'declined', 'expired', 'withdrawn', 'cancelled']);

/** Where a series stands, read from the states its lessons are in. */
export const statusOf = (series: Series) => seriesStatus(Object.keys(series.lessons) as LessonState[]);

/** A series of which nothing waits and nothing is agreed may be changed and sent (again). */
export const isDraft = (series: Series): boolean => drafts.has(statusOf(series));
