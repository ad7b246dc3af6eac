import type { ChartKind } from '../template';
import type { Trilingual } from '../words';
import type { YearlyGroup as Group } from './content';

/** Bars, one run of points joined by a line, bars in parts, or the parts of a whole as a ring. */
export type DrawnForm = 'bars' | 'line' | 'stack' | 'ring';

/** More parts of a ring are not told apart. */
const mostParts = 7;

const ringed = (groups: readonly Group[]): boolean =>
  groups.length > 1 && groups.length <= mostParts && groups.every(({ value, isHidden }) => value !== null && !isHidden);

/**
 * How a chart is drawn: as its template says, as long as that says what is so. A ring of which a part is hidden or not
 * known would show the others too large, and a line needs two points: then there are bars.
 */
export function drawnForm(kind: ChartKind, groups: readonly Group[]): DrawnForm {
  if (kind === 'pie') return ringed(groups) ? 'ring' : 'bars';
  if (kind === 'line') return groups.length > 1 ? 'line' : 'bars';
  return kind === 'stacked' && groups.some(({ parts }) => parts !== undefined) ? 'stack' : 'bars';
}

/** What bars consist of, each once. */
export const chartParts = (groups: readonly Group[]): readonly Trilingual[] => [
  ...new Map(groups.flatMap(({ parts }) => parts ?? []).map(({ label }) => [label.zh, label])).values(),
];

/** Whether groups say more than the numeral does: two at least whose numbers are shown. */
export const tellsApart = (groups: readonly Pick<Group, 'value' | 'isHidden'>[]): boolean =>
  groups.filter(({ value, isHidden }) => value !== null && !isHidden).length > 1;
