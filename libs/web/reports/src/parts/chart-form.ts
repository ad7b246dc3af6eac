import type { YearlySectionView } from '@qinglan/contracts';
import type { ChartKind, Trilingual } from '@qinglan/domain';
import type { ChartForm } from '@qinglan/web-ui';

type Group = YearlySectionView['charts'][number]['groups'][number];

/** More parts of a ring are not told apart. */
const mostParts = 7;

const ringed = (groups: readonly Group[]): boolean =>
  groups.length > 1 && groups.length <= mostParts && groups.every(({ value, isHidden }) => value !== null && !isHidden);

/**
 * How a chart is drawn: as its template says, as long as that says what is so. A ring of which a part is hidden or not
 * known would show the others too large, and a line needs two points: then there are bars.
 */
export function formOf(kind: ChartKind, groups: readonly Group[]): ChartForm {
  if (kind === 'pie') return ringed(groups) ? 'ring' : 'bars';
  if (kind === 'line') return groups.length > 1 ? 'line' : 'bars';
  return kind === 'stacked' && groups.some(({ parts }) => parts !== undefined) ? 'stack' : 'bars';
}

/** What bars consist of, each once. */
export const partNames = (groups: readonly Group[]): readonly Trilingual[] => [
  ...new Map(groups.flatMap(({ parts }) => parts ?? []).map(({ label }) => [label.zh, label])).values(),
];
