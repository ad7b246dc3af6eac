import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TrackingFilters } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Button, Chart, type ChartSeries, Icon, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ChartsStore } from './charts.store';
import { everyValue } from './every-value';

/** Equity of visits, load of mentors, obligations by kind: each as a chart with its sentence and its table. */
@Component({
  selector: 'tracking-charts',
  imports: [Button, Chart, Icon, Nothing, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  providers: [ChartsStore],
  templateUrl: './charts.html',
  styleUrl: './charts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Charts {
  protected readonly store = inject(ChartsStore);
  private readonly languages = inject(Languages);

  readonly filters = input.required<TrackingFilters>();

  protected readonly spread = computed(() => {
    const bins = everyValue(this.store.equity.value()?.bins ?? []);
    return {
      categories: bins.map(({ label }) => label),
      series: [
        this.seriesOf(
          'mentees',
          bins.map(({ count }) => count),
        ),
      ],
    };
  });
  protected readonly neverHeard = computed(
    () => this.store.equity.value()?.bins.find(({ value }) => value === 0)?.count ?? 0,
  );
  protected readonly burden = computed(() => {
    const loads = this.store.loads();
    const rows = loads.state === 'ready' ? loads.value : [];
    return {
      categories: rows.map(({ name }) => name),
      series: [
        this.seriesOf(
          'running',
          rows.map(({ running }) => running),
        ),
        this.seriesOf(
          'visits',
          rows.map(({ visits }) => visits),
          'neutral',
        ),
      ],
      most: rows[0],
    };
  });
  protected readonly owed = computed(() => {
    const items = this.store.totals.value()?.items ?? [];
    return {
      categories: items.map(({ kind }) => this.languages.say(`words.obligationKind.${kind}`)),
      series: [
        this.seriesOf(
          'due',
          items.map(({ due }) => due),
          'neutral',
        ),
        this.seriesOf(
          'done',
          items.map(({ done }) => done),
          'good',
        ),
        {
          ...this.seriesOf(
            'amber',
            items.map(({ amber }) => amber),
            'warn',
          ),
          onlyInTable: true,
        },
        {
          ...this.seriesOf(
            'red',
            items.map(({ red }) => red),
            'bad',
          ),
          onlyInTable: true,
        },
      ],
      due: items.reduce((sum, one) => sum + one.due, 0),
      done: items.reduce((sum, one) => sum + one.done, 0),
      risk: items.reduce((sum, one) => sum + one.amber + one.red, 0),
    };
  });

  constructor() {
    effect(() => {
      const filters = this.filters();
      untracked(() => this.store.filters.set(filters));
    });
  }

  /** Hundredths, as people read them. */
  protected readonly hundredths = (value: number): string => value.toFixed(2);

  private seriesOf(key: string, values: readonly number[], tone: ChartSeries['tone'] = 'accent'): ChartSeries {
    return { name: this.languages.say(`tracking.chart.${key}`), values, tone };
  }
}
