import type { YearlySectionView } from '@qinglan/contracts';
import { byYear, largestGroups } from '@qinglan/domain';

type Chart = YearlySectionView['charts'][number];

/** What is drawn: a chart of a report, or a breakdown. */
export type ShownChart = Pick<Chart, 'indicator' | 'by' | 'within' | 'sentence' | 'said' | 'groups'>;
type Group = ShownChart['groups'][number];
type Part = NonNullable<Group['parts']>[number];

/** One number of a chart: of a group or of one part of it; without a group, of all of them, or of several that are level. */
export interface ChartNumber {
  readonly chart: ShownChart;
  readonly group: Group | null;
  readonly part: Part | null;
  readonly level?: readonly Group[];
}

/** An address inside the application. */
export interface Address {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string | number>>;
  readonly fragment: string;
}

/**
 * Whether a number opens at all: a hidden one does not, nor one of an issue of before it was kept how sure it is. Whoever
 * comes by a link is told what it counts, and gets no key of its rows.
 */
export const isOpen = ({ group, part }: ChartNumber): boolean =>
  group === null || (!group.isHidden && (part ?? group).marks !== undefined);

/** By what the rows of a number are narrowed. */
export type Narrowing = Readonly<Record<'by' | 'value', string> & Partial<Record<'within' | 'part', string>>>;

/** By what the rows of a number of a group are narrowed, live or stored. */
export function narrowingOf({ chart: { by, within }, group, part }: ChartNumber): Narrowing {
  const narrowed = { by, value: group?.key ?? '' };
  return part && within !== undefined ? { ...narrowed, within, part: part.key ?? '' } : narrowed;
}

/** Where the live rows of a number stand: those of its year, narrowed to its group. */
export function addressOf(number: ChartNumber, year: number): Address {
  const { chart, group, level = [] } = number;
  const path = ['/indicators', chart.indicator];
  if (level.length > 0) return { path, query: { year, by: chart.by }, fragment: 'breakdown' };
  if (group === null) return { path, query: { year }, fragment: 'rows' };
  if (chart.by === byYear) return { path, query: { year: group.key ?? year }, fragment: 'rows' };
  return { path, query: { year, ...narrowingOf(number) }, fragment: 'rows' };
}

/** The number that the sentence of a chart says of its largest group, or of those that are level. */
export function largestNumber(chart: ShownChart): ChartNumber {
  const [first = null, ...others] = largestGroups(chart.groups);
  const isOne = others.length === 0;
  return { chart, group: isOne ? first : null, part: null, ...(first && !isOne && { level: [first, ...others] }) };
}
