import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PagedList } from '@qinglan/web-platform';
import { Button, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ActivityCard } from './activity-card';
import type { ActivityRow } from './shapes';

/** Activities below each other, page by page. */
@Component({
  selector: 'studios-activity-list',
  imports: [ActivityCard, Button, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    @let all = list()();
    @switch (all.state) {
      @case ('loading') {
        <ui-waiting [lines]="3" />
      }
      @case ('failed') {
        <ui-problem [problem]="all.problem" (again)="list().reload()" />
      }
      @case ('ready') {
        <ul>
          @for (activity of all.value; track activity.id) {
            <li><studios-activity-card [activity]="activity" /></li>
          } @empty {
            <li class="soft">{{ none() }}</li>
          }
        </ul>
        @if (list().hasMore()) {
          <button uiButton type="button" [busy]="list().loadingMore()" (click)="list().more()">
            {{ 'ui.more' | transloco }}
          </button>
        }
      }
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0 0 var(--space-2);
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityList {
  readonly list = input.required<PagedList<ActivityRow>>();
  readonly none = input.required<string>();
}
