import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listStudios } from '@qinglan/contracts';
import { ApiClient, paged } from '@qinglan/web-platform';
import { Button, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { StudioCard } from './studio-card';

/** All studios, each as a card. */
@Component({
  selector: 'studios-list-page',
  imports: [Button, Nothing, Page, ProblemNotice, StudioCard, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [heading]="'studios.list.title' | transloco"
      [subtitle]="'studios.list.subtitle' | transloco"
      [wide]="true"
    >
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

  protected readonly studios = paged((after) => this.api.call(listStudios, { query: after ? { after } : {} }));
}
