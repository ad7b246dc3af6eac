import { certainties } from '../certainty';
import type { YearlyGroup, YearlyMark } from './content';

type Marked = Pick<YearlyGroup, 'marks'>;

/**
 * How sure a chart is as a whole: 推算 first where any of its numbers is, then the weakest of all of them, so that one
 * group of the demonstration makes a chart of the demonstration. Nothing where nothing is known of it.
 */
export function chartMarks(groups: readonly Marked[]): readonly YearlyMark[] {
  const all = new Set(groups.flatMap(({ marks = [] }) => marks));
  const weakest = certainties.findLast((certainty) => all.has(certainty));
  return [...(all.has('derived') ? (['derived'] as const) : []), ...(weakest ? [weakest] : [])];
}

/** Whether the groups differ in how sure they are: only then does each need a mark of its own beside that of the chart. */
export function marksDiffer(groups: readonly Marked[]): boolean {
  const kinds = groups.filter(({ marks = [] }) => marks.length > 0).map(({ marks = [] }) => marks.join(' '));
  return new Set(kinds).size > 1;
}

/** Whether anything is known of how sure the groups are; issues of before that was kept know nothing of it. */
export const isMarked = (groups: readonly Marked[]): boolean => groups.some(({ marks }) => marks !== undefined);
