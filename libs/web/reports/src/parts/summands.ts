import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { YearlyFigureView } from '@qinglan/contracts';
import { hasNumber } from '@qinglan/domain';
import { Marks } from './marks';
import { Told } from './told';
import { Unit } from './unit';

/** What a number is reckoned from: each with its own number and how sure that is; it opens where its live year is named. */
@Component({
  selector: 'reports-summands',
  imports: [Marks, RouterLink, Told, Unit],
  template: `
    <ul>
      @for (one of shown(); track one.key) {
        <li>
          @if (year() === null) {
            <bdi>{{ one.name | told }}</bdi>
          } @else {
            <a [routerLink]="['/indicators', one.key]" [queryParams]="{ year: year() }" [fragment]="fragment()"
              ><bdi>{{ one.name | told }}</bdi></a
            >
          }
          @if (one.figure; as figure) {
            &ngsp;
            <span class="number"
              ><b>{{ figure.printed | told }}</b>
              @if (isNumber(figure)) {
                {{ figure.unit | unit }}
              }
            </span>
            <reports-marks [marks]="figure.marks" />
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0 0 var(--space-3);
      padding-inline-start: var(--space-5);
    }
    li > * {
      margin-inline-end: var(--space-2);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
    }
    .number {
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Summands {
  readonly keys = input.required<readonly string[]>();
  readonly figures = input.required<readonly YearlyFigureView[]>();
  readonly year = input<number | null>(null);
  readonly fragment = input<string>();

  protected readonly isNumber = hasNumber;
  /** A key stands for its name until that is known. */
  protected readonly shown = computed(() => {
    const byKey = new Map(this.figures().map((figure) => [figure.key, figure]));
    return this.keys().map((key) => {
      const figure = byKey.get(key);
      return { key, figure, name: figure?.name ?? { zh: key, en: key, ug: key } };
    });
  });
}
