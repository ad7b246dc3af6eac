import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { YearCard } from './year-card';
import { YearsStore } from './years.store';

/** The years: how far the report of each is, what it waits for, and the next step one press away. */
@Component({
  selector: 'reports-years-page',
  imports: [Button, Icon, Nothing, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting, YearCard],
  providers: [YearsStore],
  template: `
    <ui-page [heading]="'reports.title' | transloco" [subtitle]="'reports.subtitle' | transloco">
      <div uiActs class="row">
        <a uiButton routerLink="/reports/completeness"
          ><ui-icon name="check" />{{ 'reports.completeness.title' | transloco }}</a
        >
        <a uiButton routerLink="/statements"><ui-icon name="list" />{{ 'reports.statements.title' | transloco }}</a>
        <a uiButton routerLink="/indicators"><ui-icon name="info" />{{ 'reports.indicators.title' | transloco }}</a>
        <a uiButton routerLink="/honours"><ui-icon name="studio" />{{ 'reports.honours.title' | transloco }}</a>
        @if (isAdministrator()) {
          <a uiButton routerLink="/name-lists"><ui-icon name="people" />{{ 'reports.nameLists.title' | transloco }}</a>
        }
      </div>
      @let lines = store.lines();
      @switch (lines.state) {
        @case ('loading') {
          <ui-waiting [lines]="6" />
        }
        @case ('failed') {
          <ui-problem [problem]="lines.problem" (again)="store.lines.reload()" />
        }
        @case ('ready') {
          <ul>
            @for (line of lines.value; track line.year) {
              <li><reports-year-card [line]="line" /></li>
            }
          </ul>
          @if (lines.value.length === 0) {
            <ui-nothing
              icon="calendar"
              [heading]="'reports.noYears' | transloco"
              [hint]="'reports.noYearsHint' | transloco"
            >
              <a uiButton routerLink="/register/import">{{ 'reports.toImport' | transloco }}</a>
            </ui-nothing>
          }
        }
      }
    </ui-page>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearsPage {
  protected readonly store = inject(YearsStore);
  private readonly session = inject(SessionStore);
  protected readonly isAdministrator = computed(() => this.session.hasRole('administrator'));
}
