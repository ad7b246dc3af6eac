import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { YearlyFigureView, YearlySectionView } from '@qinglan/contracts';
import { BreakdownChart } from './breakdown-chart';
import type { ChartNumber } from './chart-place';
import { FactsTable } from './facts-table';
import { FiguresTable } from './figures-table';
import { Sentence } from './sentence';
import { Told } from './told';

/** A section of a report as it is read: words with their numerals, then facts, numbers or a chart. */
@Component({
  selector: 'reports-section',
  imports: [BreakdownChart, FactsTable, FiguresTable, Sentence, Told],
  template: `
    <reports-sentence [text]="section().text" [figures]="figures()" [year]="year()" (opened)="opened.emit($event)" />
    @if (section().facts.length > 0) {
      <reports-facts
        [label]="section().title | told"
        [facts]="section().facts"
        [warned]="warns() ? figures() : []"
        [stored]="stored()"
        [year]="year()"
        (opened)="opened.emit($event)"
      />
    }
    @if (own().length > 0) {
      <reports-figures
        [label]="section().title | told"
        [figures]="own()"
        [all]="figures()"
        [warns]="warns()"
        [year]="year()"
        (opened)="opened.emit($event)"
      />
    }
    @for (chart of charts(); track chart.key) {
      <div>
        <h3>{{ chart.title | told }}</h3>
        <reports-breakdown
          [label]="chart.title | told"
          [chart]="chart"
          [kind]="chart.kind"
          [unit]="units().get(chart.indicator) ?? null"
          [year]="year()"
          (opened)="numberOpened.emit($event)"
        />
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
      min-inline-size: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportSection {
  readonly section = input.required<YearlySectionView>();
  /** Every numeral of the report. */
  readonly figures = input.required<readonly YearlyFigureView[]>();
  readonly year = input<number | null>(null);
  /** A draft tells where the source contradicts it. */
  readonly warns = input(false);
  readonly opened = output<string>();
  readonly numberOpened = output<ChartNumber>();

  protected readonly own = computed(() => {
    const byKey = new Map(this.figures().map((figure) => [figure.key, figure]));
    return this.section()
      .figures.map((key) => byKey.get(key))
      .filter((figure) => figure !== undefined);
  });
  protected readonly units = computed(() => new Map(this.figures().map(({ key, unit }) => [key, unit])));
  protected readonly stored = computed<ReadonlySet<string>>(() => new Set(this.figures().map(({ key }) => key)));
  /** A breakdown without any group says nothing. */
  protected readonly charts = computed(() => this.section().charts.filter(({ groups }) => groups.length > 0));
}
