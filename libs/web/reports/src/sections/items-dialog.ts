import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators, type YearlyReportView } from '@qinglan/contracts';
import { type ChartWish, inLanguage } from '@qinglan/domain';
import { ApiClient, Languages, remote } from '@qinglan/web-platform';
import { DialogFrame, Field, Notice, ProblemNotice, SearchSelect, Waiting } from '@qinglan/web-ui';
import { Sending } from '../parts/sending';
import { Told } from '../parts/told';
import type { YearlyStore } from '../yearly/yearly.store';
import { type ArrangedItem, arrangementOf, chartItems, figureItems, newChart } from './arranging';
import { ItemList } from './item-list';
import { NewChart } from './new-chart';

/** The section whose numbers and charts are arranged, the draft it belongs to, and the store that sends it. */
export interface ItemsGiven {
  readonly section: YearlyReportView['sections'][number];
  readonly report: YearlyReportView;
  readonly store: YearlyStore;
}

/** Says which numbers and charts stand in a section: in which order, added, taken out, or moved to another section. */
@Component({
  selector: 'reports-items-dialog',
  imports: [DialogFrame, Field, ItemList, NewChart, Notice, ProblemNotice, SearchSelect, Told, TranslocoPipe, Waiting],
  providers: [Sending],
  templateUrl: './items-dialog.html',
  styleUrl: './arranged-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemsDialog {
  protected readonly given = inject<ItemsGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);

  protected readonly definitions = remote(async () => {
    const { items } = await this.api.call(listIndicators);
    return new Map(items.map((one) => [one.key, one]));
  });
  private readonly names = computed(
    () => new Map([...(this.definitions.value() ?? [])].map(([key, { name }]) => [key, name])),
  );
  protected readonly figures = linkedSignal(() => figureItems(this.given.section.items, this.names()));
  protected readonly charts = linkedSignal(() => chartItems(this.given.section.items));
  protected readonly others = this.given.report.sections.filter(({ code }) => code !== this.given.section.code);
  protected readonly choices = computed(() => {
    const there = new Set(this.figures().map(({ id }) => id));
    return [...(this.definitions.value()?.values() ?? [])]
      .filter(({ key }) => !there.has(key))
      .map(({ key, name, definition }) => ({
        value: key,
        label: inLanguage(name, this.languages.current()),
        hint: inLanguage(definition, this.languages.current()),
      }));
  });

  protected addFigure(key: string | null): void {
    const name = key && this.names().get(key);
    if (!name) return;
    this.figures.update((list) => [...list, { id: key, key, name, place: 'here', chart: null }]);
  }

  /** The same chart again takes the place of the one that is there. */
  protected addChart(wish: ChartWish): void {
    const chart = newChart(wish, this.definitions.value() ?? new Map());
    if (!chart) return;
    this.charts.update((list) => {
      const at = list.findIndex(({ id }) => id === chart.id);
      return at < 0 ? [...list, chart] : list.with(at, { ...chart, key: list[at]?.key ?? null });
    });
  }

  protected setFigures(list: readonly ArrangedItem[]): void {
    this.figures.set(list);
  }

  protected setCharts(list: readonly ArrangedItem[]): void {
    this.charts.set(list);
  }

  protected async save(): Promise<void> {
    const { section, store } = this.given;
    const items = arrangementOf(this.figures(), this.charts());
    await this.sending.send(() => store.arrange(section, items));
  }
}
