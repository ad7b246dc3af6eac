import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CompletenessFigures } from '@qinglan/contracts';
import { percentOf } from '@qinglan/domain';
import { Icon } from '@qinglan/web-ui';

const parts = ['schools', 'lessons', 'pairings', 'items'] as const;

/** The month in four figures: of how many something lacks, each leading to its list. */
@Component({
  selector: 'reports-figure-strip',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <ul>
      @for (one of strip(); track one.part) {
        <li>
          <a
            [routerLink]="[]"
            [fragment]="one.part"
            queryParamsHandling="preserve"
            [attr.data-done]="one.lacking === 0"
          >
            <ui-icon [name]="one.lacking === 0 ? 'check' : 'alert'" />
            <strong class="figures">{{ one.lacking }}</strong>
            <span>{{ 'reports.completeness.strip.' + one.part | transloco: { n: one.expected } }}</span>
            <small>{{
              one.percent === null
                ? ('reports.completeness.nothingExpected' | transloco)
                : ('reports.completeness.percent' | transloco: { n: one.percent })
            }}</small>
          </a>
        </li>
      }
    </ul>
    @if (figures().isRunning) {
      <p class="soft small">{{ 'reports.completeness.running' | transloco }}</p>
    }
  `,
  styleUrl: './figure-strip.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureStrip {
  readonly figures = input.required<CompletenessFigures>();

  protected readonly strip = computed(() =>
    parts.map((part) => ({ part, ...this.figures()[part], percent: percentOf(this.figures()[part]) })),
  );
}
