import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlySectionView } from '@qinglan/contracts';
import { type ChartKind, chartParts, drawnForm, inLanguage, type Trilingual } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Chart } from '@qinglan/web-ui';

/** Names of more groups, or of more signs taken together, have no room beside each other on a phone; months have. */
const most = { groups: 6, signs: 18, columns: 48 };

/** A numeral broken down: bars, a line or a ring, the sentence that says what they show, and the same as a table. */
@Component({
  selector: 'reports-breakdown',
  imports: [Chart, TranslocoPipe],
  template: `
    @if (hasFigures()) {
      <ui-chart
        [label]="label()"
        [says]="says()"
        [of]="'reports.chart.group' | transloco"
        [categories]="categories()"
        [series]="series()"
        [form]="form()"
        [lie]="lie()"
      />
    }
    @if (hidden() > 0) {
      <p class="hidden">{{ 'reports.chart.hiddenHint' | transloco: { n: hidden() } }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 46rem;
    }
    .hidden {
      margin: var(--space-1) 0 0;
      color: var(--text-soft);
      font-size: var(--size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BreakdownChart {
  private readonly languages = inject(Languages);

  readonly label = input.required<string>();
  readonly chart = input.required<Pick<YearlySectionView['charts'][number], 'sentence' | 'groups'>>();
  readonly kind = input<ChartKind>('bar');

  protected readonly says = computed(() => this.told(this.chart().sentence));
  protected readonly categories = computed(() => this.chart().groups.map(({ label }) => this.told(label)));
  protected readonly form = computed(() => drawnForm(this.kind(), this.chart().groups));
  /** The parts of all bars, in the order in which they first stand; else the one run of figures. */
  protected readonly series = computed(() => {
    const { groups } = this.chart();
    if (this.form() === 'stack')
      return chartParts(groups).map((part) => ({
        name: this.told(part),
        tone: 'accent' as const,
        values: groups.map(({ parts }) => parts?.find(({ label }) => label.zh === part.zh)?.value ?? null),
      }));
    const values = groups.map(({ value, isHidden }) => (isHidden ? null : value));
    const said = this.languages.say('reports.chart.hidden');
    const blanks = groups.map(({ isHidden }) => (isHidden ? said : null));
    return [{ name: this.label(), tone: 'accent' as const, values, blanks }];
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

  private told(words: Trilingual): string {
    return inLanguage(words, this.languages.current());
  }
}
