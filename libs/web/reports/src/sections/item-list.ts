import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IndicatorView, YearlyReportView } from '@qinglan/contracts';
import { chartKindsFor, type ChartKind, inLanguage } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Control } from '@qinglan/web-ui';
import { Told } from '../parts/told';
import type { ArrangedItem } from './arranging';
import { PlaceButtons } from './place-buttons';
import { moved } from './reorder';

/** Numbers or charts of a section: each moved up or down, drawn otherwise, sent to another section or taken out. */
@Component({
  selector: 'reports-item-list',
  imports: [Control, PlaceButtons, Told, TranslocoPipe],
  template: `
    <ol>
      @for (item of items(); track item.id; let at = $index) {
        <li [class.leaves]="item.place !== 'here'">
          <span class="name"
            ><bdi>{{ item.name | told }}</bdi></span
          >
          <span class="acts">
            @if (kindsOf(item); as kinds) {
              <select
                uiControl
                [attr.aria-label]="'reports.arrange.kindOf' | transloco: { name: nameOf(item) }"
                [value]="item.chart?.kind"
                (change)="draw(at, $any($event.target).value)"
              >
                @for (kind of kinds; track kind) {
                  <option [value]="kind" [selected]="kind === item.chart?.kind">
                    {{ 'reports.arrange.kind.' + kind | transloco }}
                  </option>
                }
              </select>
            }
            <select
              uiControl
              [attr.aria-label]="'reports.arrange.placeOf' | transloco: { name: nameOf(item) }"
              [value]="item.place"
              (change)="place(at, $any($event.target).value)"
            >
              <option value="here">{{ 'reports.arrange.here' | transloco }}</option>
              @if (item.key !== null) {
                @for (other of others(); track other.code) {
                  <option [value]="other.code">
                    {{ 'reports.arrange.to' | transloco: { section: (other.title | told) } }}
                  </option>
                }
              }
              <option value="gone">{{ 'reports.arrange.gone' | transloco }}</option>
            </select>
            <reports-place-buttons
              [at]="at"
              [count]="items().length"
              [name]="nameOf(item)"
              (moved)="changed.emit(step(at, $event))"
            />
          </span>
        </li>
      } @empty {
        <li class="soft">{{ none() }}</li>
      }
    </ol>
  `,
  styleUrl: './arranged-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemList {
  private readonly languages = inject(Languages);

  readonly items = input.required<readonly ArrangedItem[]>();
  readonly others = input.required<YearlyReportView['sections']>();
  readonly definitions = input.required<ReadonlyMap<string, IndicatorView>>();
  readonly none = input.required<string>();
  readonly changed = output<readonly ArrangedItem[]>();

  protected nameOf({ name }: ArrangedItem): string {
    return inLanguage(name, this.languages.current());
  }

  /** How a chart can be drawn; bars in parts stay so, for their parts have nowhere else to go. */
  protected kindsOf({ chart }: ArrangedItem): readonly ChartKind[] | null {
    const definition = chart && this.definitions().get(chart.indicator);
    if (!chart || !definition) return null;
    if (chart.within !== null) return ['stacked'];
    return chartKindsFor(definition, chart.by).filter((kind) => kind !== 'stacked');
  }

  protected step(at: number, steps: number): readonly ArrangedItem[] {
    return moved(this.items(), at, steps);
  }

  protected place(at: number, place: string): void {
    this.change(at, { place });
  }

  protected draw(at: number, kind: ChartKind): void {
    const chart = this.items()[at]?.chart;
    if (chart) this.change(at, { chart: { ...chart, kind } });
  }

  private change(at: number, change: Partial<ArrangedItem>): void {
    this.changed.emit(this.items().map((item, place) => (place === at ? { ...item, ...change } : item)));
  }
}
