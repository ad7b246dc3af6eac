import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { yearlyMarks, type YearlyMark } from '@qinglan/domain';
import { markSigns } from './mark-signs';

/** What the signs at the numerals mean, in a line. */
@Component({
  selector: 'reports-mark-legend',
  imports: [TranslocoPipe],
  template: `
    <ul [attr.aria-label]="'reports.legend' | transloco">
      @for (mark of ordered(); track mark) {
        <li>
          <span class="sign" aria-hidden="true">{{ signs[mark] }}</span>
          <b
            ><bdi>{{ 'reports.mark.' + mark | transloco }}</bdi></b
          >
          <span
            ><bdi>{{ 'reports.markHint.' + mark | transloco }}</bdi></span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      margin: 0;
      padding: 0;
      color: var(--text-soft);
      font-size: var(--size-tiny);
      list-style: none;
    }
    li {
      display: inline-flex;
      align-items: baseline;
      gap: 0.35em;
    }
    b {
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkLegend {
  readonly marks = input.required<readonly YearlyMark[]>();

  protected readonly signs = markSigns;
  protected readonly ordered = computed(() => yearlyMarks.filter((mark) => this.marks().includes(mark)));
}
