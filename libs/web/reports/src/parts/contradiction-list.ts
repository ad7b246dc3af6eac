import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import { Notice } from '@qinglan/web-ui';
import { contradictions } from './contradictions';
import { Told } from './told';

/** The numerals that the source contradicts, told before somebody answers for them; a warning, and nothing is kept from them. */
@Component({
  selector: 'reports-contradictions',
  imports: [Notice, Told, TranslocoPipe],
  template: `
    @if (found().length > 0) {
      <ui-notice tone="warn">
        <p>{{ 'reports.basis.against' | transloco: { n: found().length } }}</p>
        <ul>
          @for (figure of found(); track figure.key) {
            <li>
              {{ figure.name | told }} <bdi>{{ figure.printed | told }}</bdi> · <bdi>{{ figure.differsFrom }}</bdi>
            </li>
          }
        </ul>
      </ui-notice>
    }
  `,
  styles: `
    p {
      margin: 0;
    }
    ul {
      margin: var(--space-1) 0 0;
      padding-inline-start: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContradictionList {
  readonly figures = input.required<readonly YearlyFigureView[]>();

  protected readonly found = computed(() => contradictions(this.figures()));
}
