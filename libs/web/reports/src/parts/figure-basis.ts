import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';

/** What the source says of a numeral, in words: that it states the total and not its rows, or that it gives another number. */
@Component({
  selector: 'reports-figure-basis',
  imports: [TranslocoPipe],
  template: `
    @if (figure().statedBy; as code) {
      <p>
        @if (figure().rowsMark; as mark) {
          {{ 'reports.basis.total' | transloco: { code, mark: ('reports.mark.' + mark | transloco) } }}
        } @else {
          {{ 'reports.basis.stated' | transloco: { code } }}
        }
      </p>
    }
    @if (figure().differsFrom; as code) {
      <p class="differs">{{ 'reports.basis.differs' | transloco: { code } }}</p>
    }
  `,
  styles: `
    p {
      margin: var(--space-2) 0;
      font-size: var(--size-small);
    }
    .differs {
      color: var(--bad-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureBasis {
  readonly figure = input.required<YearlyFigureView>();
}
