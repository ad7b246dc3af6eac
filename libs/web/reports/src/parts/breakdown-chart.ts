import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import {
  chartMarks,
  type ChartKind,
  chartParts,
  drawnForm,
  inLanguage,
  marksDiffer,
  type Trilingual,
} from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Chart, type ChartSeries } from '@qinglan/web-ui';
import { ChartNumber } from './chart-number';
import { type ChartNumber as Place, largestNumber, type ShownChart } from './chart-place';
import { Marks } from './marks';
import { Unit } from './unit';

/** Names of more groups, or of more signs taken together, have no room beside each other on a phone; months have. */
const most = { groups: 6, signs: 18, columns: 48 };

/** A numeral broken down: bars, a line or a ring, the sentence that says what they show, and the same as a table whose numbers open. */
@Component({
  selector: 'reports-breakdown',
  imports: [Chart, ChartNumber, Marks, TranslocoPipe],
  providers: [Unit],
  templateUrl: './breakdown-chart.html',
  styleUrl: './breakdown-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BreakdownChart {
  private readonly languages = inject(Languages);
  private readonly units = inject(Unit);

  readonly label = input.required<string>();
  readonly chart = input.required<ShownChart>();
  readonly kind = input<ChartKind>('bar');
  readonly unit = input<YearlyFigureView['unit'] | null>(null);
  /** The year whose live rows its numbers open; without one the page is asked to open what was stored. */
  readonly year = input<number | null>(null);
  readonly opened = output<Place>();

  protected readonly marks = computed(() => chartMarks(this.chart().groups));
  /** Where all groups are as sure as each other, the mark beside the sentence says it. */
  protected readonly isNoted = computed(() => marksDiffer(this.chart().groups));
  protected readonly said = computed(() => {
    const { said, sentence } = this.chart();
    const own = said?.[this.languages.current()] ?? [];
    return own.length > 0 ? own : [{ kind: 'text' as const, text: this.told(sentence) }];
  });
  protected readonly all = computed<Place>(() => ({ chart: this.chart(), group: null, part: null }));
  protected readonly largest = computed<Place>(() => largestNumber(this.chart()));

  protected readonly categories = computed(() => this.chart().groups.map(({ label }) => this.told(label)));
  protected readonly form = computed(() => drawnForm(this.kind(), this.chart().groups));
  private readonly parts = computed(() => (this.form() === 'stack' ? chartParts(this.chart().groups) : []));
  /** The parts of all bars, in the order in which they first stand, else the one run of figures; behind them how sure each is. */
  protected readonly series = computed<readonly ChartSeries[]>(() => {
    const { groups } = this.chart();
    const marks = { name: this.languages.say('reports.figure.from'), tone: 'neutral' as const, onlyInTable: true };
    return [...this.runs(), ...(this.isNoted() ? [{ ...marks, values: groups.map(() => null) }] : [])];
  });
  /** Columns and lines stand while their names have room beside each other. */
  protected readonly lie = computed(() => {
    if (this.form() === 'line' || this.form() === 'ring') return false;
    const isCrowded = this.categories().length > most.groups || this.categories().join('').length > most.signs;
    const isOfTime = this.kind() === 'column' || this.kind() === 'stacked';
    return isOfTime ? this.categories().join('').length > most.columns : isCrowded || this.kind() === 'bar';
  });
  /** Where every group is hidden there is nothing to draw. */
  protected readonly hasFigures = computed(() =>
    this.chart().groups.some(({ value, isHidden }) => value !== null && !isHidden),
  );
  protected readonly hidden = computed(() => this.chart().groups.filter(({ isHidden }) => isHidden).length);

  /** Which number stands in a cell of the table; null where there is none. */
  protected placeOf(series: number, at: number): Place | null {
    const group = this.chart().groups[at];
    const wanted = this.parts()[series];
    if (!group || group.isHidden) return null;
    const part = wanted ? group.parts?.find(({ label }) => label.zh === wanted.zh) : null;
    return part === undefined || (part ?? group).value === null ? null : { chart: this.chart(), group, part };
  }

  protected isMarks(series: number): boolean {
    return this.isNoted() && series === this.series().length - 1;
  }

  /** 杭二中 8 名，打开 */
  protected says({ group, part, level = [] }: Place, text: string | number): string {
    const named = [group?.label, part?.label].flatMap((words) => (words ? [this.told(words)] : []));
    const alike = level.map(({ label }) => this.told(label)).join(this.languages.say('reports.comma'));
    const of = named.join(' · ') || alike || this.label();
    const unit = this.unit();
    return this.languages.say('reports.chart.open', {
      of,
      value: text,
      unit: unit === null ? '' : this.units.transform(unit),
    });
  }

  private runs(): readonly ChartSeries[] {
    const { groups } = this.chart();
    if (this.form() === 'stack')
      return this.parts().map((part) => ({
        name: this.told(part),
        tone: 'accent' as const,
        values: groups.map(({ parts }) => parts?.find(({ label }) => label.zh === part.zh)?.value ?? null),
      }));
    const values = groups.map(({ value, isHidden }) => (isHidden ? null : value));
    const said = this.languages.say('reports.chart.hidden');
    const blanks = groups.map(({ isHidden }) => (isHidden ? said : null));
    return [{ name: this.label(), tone: 'accent' as const, values, blanks }];
  }

  private told(words: Trilingual): string {
    return inLanguage(words, this.languages.current());
  }
}
