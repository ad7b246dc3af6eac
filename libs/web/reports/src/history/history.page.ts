import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators, readYearlyHistory } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { ApiClient, BeijingDateTime, Languages, paged, remote } from '@qinglan/web-platform';
import { Button, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Happening } from './happening';

/** Who changed what of a draft, and when: what each section said before and after, remarks, approvals, issues and links. */
@Component({
  selector: 'reports-history-page',
  imports: [BeijingDateTime, Button, Happening, Nothing, Page, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [heading]="'reports.history.heading' | transloco: { year: year() }"
      [subtitle]="'reports.history.subtitle' | transloco"
      [back]="['/reports', year(), 'draft']"
      [backLabel]="'reports.draft.title' | transloco: { year: year() }"
    >
      @let list = lines();
      @switch (list.state) {
        @case ('loading') {
          <ui-waiting [lines]="8" />
        }
        @case ('failed') {
          <ui-problem [problem]="list.problem" (again)="lines.reload()" />
        }
        @case ('ready') {
          <ol>
            @for (line of list.value; track $index) {
              <li class="card">
                <p class="by soft small">
                  <bdi>{{ line.by ?? ('reports.history.system' | transloco) }}</bdi> ·
                  <bdi class="figures">{{ line.at | beijingDateTime: 'full' }}</bdi>
                </p>
                <reports-happening [line]="line" [names]="names()" />
              </li>
            }
          </ol>
          @if (list.value.length === 0) {
            <ui-nothing icon="history" [heading]="'reports.history.none' | transloco" />
          }
          @if (lines.hasMore()) {
            <button uiButton type="button" [busy]="lines.loadingMore()" (click)="lines.more()">
              {{ 'ui.more' | transloco }}
            </button>
          }
        }
      }
    </ui-page>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
      margin: 0 0 var(--space-4);
      padding: 0;
      list-style: none;
    }
    .by {
      margin: 0 0 var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPage {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);

  readonly year = input.required<string>();

  protected readonly lines = paged((after) =>
    this.api.call(readYearlyHistory, { params: { year: Number(this.year()) }, query: { after, limit: 50 } }),
  );
  /** What numbers are called; until that is known they are told by their keys. */
  private readonly definitions = remote(() => this.api.call(listIndicators));
  protected readonly names = computed(() => {
    const language = this.languages.current();
    const items = this.definitions.value()?.items ?? [];
    return new Map(items.map(({ key, name }) => [key, inLanguage(name, language)]));
  });
}
