import type { CallOf, arrangeYearlySection, IndicatorView, YearlyReportView } from '@qinglan/contracts';
import { type ChartWish, decideChart, type Trilingual } from '@qinglan/domain';

type Items = YearlyReportView['sections'][number]['items'];

/** Where an item is to stand: here, nowhere, or in another section by its code. */
export type ItemPlace = 'here' | 'gone' | (string & {});

/** A number or a chart while it is arranged; `key` is null of a chart that is new. */
export interface ArrangedItem {
  readonly id: string;
  readonly key: string | null;
  readonly name: Trilingual;
  readonly place: ItemPlace;
  /** Null of a number. */
  readonly chart: ChartWish | null;
}

/** The numbers of a section as they can be arranged; one without a definition keeps its key as its name. */
export const figureItems = ({ figures }: Items, names: ReadonlyMap<string, Trilingual>): readonly ArrangedItem[] =>
  figures.map((key) => ({
    id: key,
    key,
    name: names.get(key) ?? { zh: key, en: key, ug: key },
    place: 'here',
    chart: null,
  }));

/** The charts of a section as they can be arranged. */
export const chartItems = ({ charts }: Items): readonly ArrangedItem[] =>
  charts.map(({ key, title, indicator, by, within, kind }) => ({
    ...{ id: key, key, name: title, place: 'here' as const },
    chart: { indicator, by, within, kind },
  }));

/** A chart that is added, named as it will be; null where it says nothing that is so. */
export function newChart(wish: ChartWish, definitions: ReadonlyMap<string, IndicatorView>): ArrangedItem | null {
  const decided = decideChart(wish, definitions);
  if (!decided.ok) return null;
  return { id: decided.value.key, key: null, name: decided.value.title, place: 'here', chart: wish };
}

type Body = NonNullable<CallOf<typeof arrangeYearlySection>['body']>;

/** What is sent: what stays in its order, and what leaves for another section. */
export function arrangementOf(figures: readonly ArrangedItem[], charts: readonly ArrangedItem[]): Body {
  const stays = ({ place }: ArrangedItem) => place === 'here';
  const leaving = (kind: 'figure' | 'chart', items: readonly ArrangedItem[]) =>
    items
      .filter((item) => item.place !== 'here' && item.place !== 'gone' && item.key !== null)
      .map(({ key, place }) => ({ kind, key: key ?? '', to: place }));
  return {
    figures: figures.filter(stays).map(({ id }) => id),
    charts: charts.filter(stays).flatMap(({ chart }) => (chart ? [{ ...chart }] : [])),
    moved: [...leaving('figure', figures), ...leaving('chart', charts)],
  };
}
