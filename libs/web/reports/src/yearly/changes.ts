import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyIssueView } from '@qinglan/contracts';
import { Told } from '../parts/told';

/** What differs from the issue before: what, from which to which, by how much. */
@Component({
  selector: 'reports-changes',
  imports: [Told, TranslocoPipe],
  template: `
    <ul>
      @for (change of changes(); track $index) {
        <li>
          <b>{{ change.name | told }}</b>
          <span class="kind">{{ 'reports.change.kind.' + change.kind | transloco }}</span>
          @if (change.before !== null && change.before === change.after) {
            <span class="moved"
              ><bdi>{{ change.after }}</bdi> <span class="kind">{{ 'reports.change.same' | transloco }}</span></span
            >
          } @else if (change.before !== null || change.after !== null) {
            <span class="moved"
              ><bdi>{{ change.before ?? ('reports.change.none' | transloco) }}</bdi>
              <span class="arrow">→</span>
              <bdi>{{ change.after ?? ('reports.change.none' | transloco) }}</bdi>
              @if (change.by; as by) {
                <bdi class="figures kind">{{ by > 0 ? '+' : '' }}{{ by }}</bdi>
              }
            </span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      padding-block: var(--space-1);
      border-block-end: 1px solid var(--line-soft);
      overflow-wrap: anywhere;
    }
    li:last-child {
      border-block-end: 0;
    }
    .kind {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    .moved {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Changes {
  readonly changes = input.required<YearlyIssueView['changesList']>();
}
