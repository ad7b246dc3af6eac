import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMyActivities, listStudios } from '@qinglan/contracts';
import { ApiClient, paged, type Remote } from '@qinglan/web-platform';
import { Button, Nothing, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ActivityList } from './activity-list';
import type { ActivityRow } from './shapes';
import { StudioCard } from './studio-card';

/** All studios, each as a card; above them the reader's own meetings, first those that still have to be written down. */
@Component({
  selector: 'studios-list-page',
  imports: [ActivityList, Button, Nothing, Notice, Page, ProblemNotice, StudioCard, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [heading]="'studios.list.title' | transloco"
      [subtitle]="'studios.list.subtitle' | transloco"
      [wide]="true"
    >
      @if (has(unrecorded())) {
        <section>
          <ui-notice tone="warn">{{ 'studios.list.unrecorded' | transloco }}</ui-notice>
          <studios-activity-list [list]="unrecorded" none="" />
        </section>
      }
      @if (has(mine())) {
        <section>
          <h2>{{ 'studios.list.mine' | transloco }}</h2>
          <studios-activity-list [list]="mine" none="" />
        </section>
      }
      @let all = studios();
      @switch (all.state) {
        @case ('loading') {
          <ui-waiting [lines]="8" />
        }
        @case ('failed') {
          <ui-problem [problem]="all.problem" (again)="studios.reload()" />
        }
        @case ('ready') {
          <ul>
            @for (studio of all.value; track studio.id) {
              <li><studios-card [studio]="studio" /></li>
            }
          </ul>
          @if (all.value.length === 0) {
            <ui-nothing
              icon="studio"
              [heading]="'studios.list.none' | transloco"
              [hint]="'studios.list.noneHint' | transloco"
            />
          }
          @if (studios.hasMore()) {
            <button uiButton type="button" [busy]="studios.loadingMore()" (click)="studios.more()">
              {{ 'ui.more' | transloco }}
            </button>
          }
        }
      }
    </ui-page>
  `,
  styles: `
    section {
      max-inline-size: 60rem;
      margin-block-end: var(--space-6);
    }
    h2 {
      margin: 0 0 var(--space-2);
    }
    ui-notice {
      margin-block-end: var(--space-2);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
      gap: var(--space-4);
      margin: 0 0 var(--space-4);
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StudiosPage {
  private readonly api = inject(ApiClient);

  protected readonly unrecorded = this.own('unrecorded');
  protected readonly mine = this.own('upcoming');
  protected readonly studios = paged((after) => this.api.call(listStudios, { query: after ? { after } : {} }));

  /** Own meetings are shown once there are any: whoever has none looks for the studios. */
  protected has(list: Remote<readonly ActivityRow[]>): boolean {
    return list.state === 'ready' && list.value.length > 0;
  }

  private own(when: 'unrecorded' | 'upcoming') {
    return paged((after) => this.api.call(listMyActivities, { query: { when, limit: 5, ...(after && { after }) } }));
  }
}
