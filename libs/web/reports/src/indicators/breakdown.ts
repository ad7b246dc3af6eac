import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IndicatorView } from '@qinglan/contracts';
import { byYear, chartKindsFor, dimensionName, inLanguage, sourceNamed } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Control, Field, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { BreakdownChart } from '../parts/breakdown-chart';
import type { ShownChart } from '../parts/chart-place';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import type { IndicatorStore } from './indicator.store';
import { sentenceOf } from './sentence-of';

/** A numeral by one dimension: chosen, drawn, said in a sentence; a group narrows the rows below. */
@Component({
  selector: 'reports-breakdown-panel',
  imports: [BreakdownChart, Control, Field, FormsModule, Nothing, ProblemNotice, Told, TranslocoPipe, Waiting],
  providers: [Unit],
  templateUrl: './breakdown.html',
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
    }
    .choice {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3);
      margin-block-end: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Breakdown {
  private readonly languages = inject(Languages);
  private readonly units = inject(Unit);

  readonly indicator = input.required<IndicatorView>();
  readonly by = input<string | null>(null);
  readonly value = input<string | null>(null);
  readonly year = input.required<number>();
  readonly store = input.required<IndicatorStore>();
  readonly chosen = output<Readonly<Record<string, string | null>>>();

  protected readonly dimensions = computed(() => {
    const { rule, breakdowns } = this.indicator();
    const source = rule.kind === 'count' ? sourceNamed(rule.source) : null;
    const language = this.languages.current();
    return [byYear, ...breakdowns].map((key) => {
      const name = key === byYear ? dimensionName(this.indicator(), key) : source?.dimensions[key]?.name;
      return { key, label: name ? inLanguage(name, language) : key };
    });
  });
  /** What is counted and by what, as the numbers of the chart and its table are headed. */
  protected readonly label = computed(() => {
    const by = this.dimensions().find(({ key }) => key === this.by())?.label;
    return [inLanguage(this.indicator().name, this.languages.current()), ...(by ? [by] : [])].join(' · ');
  });
  protected readonly groups = computed(() => this.store().breakdown.value()?.groups ?? []);
  /** What follows in time is drawn as such. */
  protected readonly kind = computed(() => {
    const by = this.by() ?? '';
    return chartKindsFor(this.indicator(), by)[0] ?? 'bar';
  });
  /** Another year has rows of its own, on its own page. */
  protected readonly isNarrowing = computed(() => this.by() !== byYear);
  protected readonly chart = computed<ShownChart>(() => {
    const said = [
      ...sentenceOf(this.groups(), { unit: this.units.transform(this.indicator().unit), languages: this.languages }),
    ];
    return {
      ...{ indicator: this.indicator().key, by: this.by() ?? '', said: { zh: said, en: said, ug: said } },
      sentence: { zh: '', en: '', ug: '' },
      groups: this.groups().map(({ value, words, number, isHidden, marks }) => ({
        ...{ label: words, value: number, isHidden },
        ...(!isHidden && { key: value ?? '', marks }),
      })),
    };
  });
}
