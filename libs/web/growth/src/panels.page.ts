import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listPanels } from '@qinglan/contracts';
import { ApiClient, BeijingDay, paged } from '@qinglan/web-platform';
import { Badge, Button, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';

/** Open lessons that the reader is asked to mark. */
@Component({
  selector: 'growth-panels-page',
  imports: [Badge, BeijingDay, Button, Nothing, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  template: `
    <ui-page [heading]="'growth.panels.title' | transloco" [subtitle]="'growth.panels.subtitle' | transloco">
      @let panels = this.panels();
      @switch (panels.state) {
        @case ('loading') {
          <ui-waiting [lines]="6" />
        }
        @case ('failed') {
          <ui-problem [problem]="panels.problem" (again)="this.panels.reload()" />
        }
        @case ('ready') {
          <ul>
            @for (lesson of panels.value; track lesson.id) {
              <li class="card">
                <a [routerLink]="['/panels', lesson.id]"
                  ><bdi>{{ lesson.topic }}</bdi></a
                >
                <p class="soft small">
                  <bdi>{{ lesson.onDay | beijingDay: 'full' }}</bdi> · <bdi>{{ lesson.mentee.name }}</bdi>
                  <bdi>{{ lesson.mentee.school.shortName }}</bdi>
                </p>
                @if (lesson.closedAt) {
                  <ui-badge icon="lock">{{ 'growth.panel.closed' | transloco }}</ui-badge>
                } @else if (lesson.mayMark) {
                  <ui-badge tone="warn" icon="edit">{{ 'growth.panel.markNow' | transloco }}</ui-badge>
                } @else {
                  <ui-badge icon="calendar">{{ 'growth.panel.ahead' | transloco }}</ui-badge>
                }
              </li>
            } @empty {
              <li>
                <ui-nothing
                  icon="inbox"
                  [heading]="'growth.panels.nothing' | transloco"
                  [hint]="'growth.panels.nothingHint' | transloco"
                />
              </li>
            }
          </ul>
          @if (this.panels.hasMore()) {
            <button uiButton type="button" [busy]="this.panels.loadingMore()" (click)="this.panels.more()">
              {{ 'ui.more' | transloco }}
            </button>
          }
        }
      }
    </ui-page>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .card {
      display: grid;
      justify-items: start;
      gap: var(--space-1);
      overflow-wrap: anywhere;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
      font-weight: 600;
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PanelsPage {
  private readonly api = inject(ApiClient);

  protected readonly panels = paged((after) => this.api.call(listPanels, { query: { after } }));
}
