import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlySectionView } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Chart } from '@qinglan/web-ui';

/** Names of more groups, or of more signs taken together, have no room beside each other on a phone. */
const most = { groups: 6, signs: 18 };

/** A numeral broken down: bars, the sentence that says what they show, and the same as a table. */
@Component({
  selector: 'reports-breakdown',
  imports: [Chart, TranslocoPipe],
  template: `
    <ui-chart
      [label]="label()"
      [says]="says()"
      [of]="'reports.chart.group' | transloco"
      [categories]="categories()"
      [series]="series()"
      [lie]="lie()"
      [blank]="'reports.chart.hidden' | transloco"
    />
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

  protected readonly says = computed(() => inLanguage(this.chart().sentence, this.languages.current()));
  protected readonly categories = computed(() =>
    this.chart().groups.map(({ label }) => inLanguage(label, this.languages.current())),
  );
  protected readonly series = computed(() => [
    {
      name: this.label(),
      tone: 'accent' as const,
      values: this.chart().groups.map(({ value, isHidden }) => (isHidden ? null : value)),
    },
  ]);
  protected readonly lie = computed(
    () => this.categories().length > most.groups || this.categories().join('').length > most.signs,
  );
  protected readonly hidden = computed(() => this.chart().groups.filter(({ isHidden }) => isHidden).length);
}
