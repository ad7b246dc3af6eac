import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type IndicatorView, readBreakdown } from '@qinglan/contracts';
import {
  byYear,
  chartDimensions,
  type ChartKind,
  chartKindsFor,
  type ChartWish,
  dimensionName,
  inLanguage,
  partsFor,
  tellsApart,
} from '@qinglan/domain';
import { ApiClient, Languages, remote } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, SearchSelect } from '@qinglan/web-ui';

/** A chart to add: of which numeral, by what, drawn how; only what says what is so can be chosen. */
@Component({
  selector: 'reports-new-chart',
  imports: [Button, Control, Field, FormsModule, Icon, SearchSelect, TranslocoPipe],
  template: `
    <div class="fields">
      <ui-field [label]="'reports.arrange.addChart' | transloco">
        <ui-search-select [choices]="numerals()" [value]="key()" (valueChange)="key.set($event)" />
      </ui-field>
      @if (definition()) {
        <ui-field [label]="'reports.breakdown.by' | transloco">
          <select uiControl name="by" [ngModel]="by()" (ngModelChange)="chosen.set($event)">
            @for (one of dimensions(); track one.value) {
              <option [value]="one.value">{{ one.label }}</option>
            }
          </select>
        </ui-field>
        <ui-field [label]="'reports.arrange.form' | transloco">
          <select uiControl name="kind" [ngModel]="kind()" (ngModelChange)="kind.set($event)">
            @for (one of kinds(); track one) {
              <option [value]="one">{{ 'reports.arrange.kind.' + one | transloco }}</option>
            }
          </select>
        </ui-field>
        @if (kind() === 'stacked') {
          <ui-field [label]="'reports.arrange.within' | transloco">
            <select uiControl name="within" [ngModel]="within()" (ngModelChange)="within.set($event)">
              @for (one of parts(); track one.value) {
                <option [value]="one.value">{{ one.label }}</option>
              }
            </select>
          </ui-field>
        }
        <button uiButton type="button" (click)="add()">
          <ui-icon name="add" />{{ 'reports.arrange.add' | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    .fields {
      align-items: end;
      margin-block-start: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewChart {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);

  readonly definitions = input.required<ReadonlyMap<string, IndicatorView>>();
  readonly year = input.required<number>();
  readonly added = output<ChartWish>();

  protected readonly key = signal<string | null>(null);
  protected readonly definition = computed(() => this.definitions().get(this.key() ?? '') ?? null);
  protected readonly numerals = computed(() =>
    [...this.definitions().values()].map(({ key, name }) => ({ value: key, label: this.told(name) })),
  );
  protected readonly dimensions = computed(() => this.named((definition) => chartDimensions(definition)));
  /** By what the chosen number falls into groups in the year of the report. */
  private readonly telling = remote(() => {
    const [definition, year] = [this.definition(), this.year()];
    return definition ? this.firstTelling(definition, year) : undefined;
  });
  /** Until that is known by its first dimension; whoever chose meanwhile keeps the choice. */
  protected readonly chosen = linkedSignal<string | null, string | null>({
    source: this.key,
    computation: () => null,
  });
  protected readonly by = computed(
    () => this.chosen() ?? this.telling.value() ?? this.definition()?.breakdowns[0] ?? byYear,
  );
  protected readonly parts = computed(() => this.named((definition) => partsFor(definition, this.by())));
  /** Bars are parted only where there is something to part them by. */
  protected readonly kinds = computed<readonly ChartKind[]>(() => {
    const definition = this.definition();
    const kinds = definition ? chartKindsFor(definition, this.by()) : [];
    return this.parts().length > 0 ? kinds : kinds.filter((kind) => kind !== 'stacked');
  });
  protected readonly kind = linkedSignal<ChartKind>(() => this.kinds()[0] ?? 'bar');
  protected readonly within = linkedSignal(() => this.parts()[0]?.value ?? '');

  protected add(): void {
    const [indicator, kind] = [this.key(), this.kind()];
    if (!indicator) return;
    this.added.emit({ indicator, by: this.by(), within: kind === 'stacked' ? this.within() : null, kind });
    this.key.set(null);
  }

  /** One bar says nothing: the first of its dimensions with two groups to show, and the years where two are known. */
  private async firstTelling({ key, breakdowns }: IndicatorView, year: number): Promise<string> {
    // How sure rows are is said of every chart anyway.
    const said = breakdowns.filter((by) => by !== 'certainty');
    for (const by of [...said, byYear]) {
      const { groups } = await this.api.call(readBreakdown, { params: { key }, query: { year, by } });
      if (tellsApart(groups.map(({ number, isHidden }) => ({ value: number, isHidden })))) return by;
    }
    return breakdowns[0] ?? byYear;
  }

  private told(words: Parameters<typeof inLanguage>[0]): string {
    return inLanguage(words, this.languages.current());
  }

  private named(fields: (definition: IndicatorView) => readonly string[]) {
    const definition = this.definition();
    if (!definition) return [];
    return fields(definition).map((value) => ({ value, label: this.told(dimensionName(definition, value)) }));
  }
}
