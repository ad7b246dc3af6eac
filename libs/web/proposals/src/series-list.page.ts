import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { SeriesCard } from './series-card';
import { SeriesListStore } from './series-list.store';
import { followProposals } from './timetable-news';

/** Every series of the own school by term: what is drafted, what waits, what was agreed. */
@Component({
  selector: 'proposals-series-list-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Nothing,
    Page,
    ProblemNotice,
    RouterLink,
    SeriesCard,
    TranslocoPipe,
    Waiting,
  ],
  providers: [SeriesListStore],
  templateUrl: './series-list.page.html',
  styles: `
    .filter {
      display: block;
      max-inline-size: 20rem;
      margin-block-end: var(--space-4);
    }
    h2 {
      margin: var(--space-6) 0 var(--space-3);
    }
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .more {
      display: flex;
      margin: var(--space-4) auto 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesListPage {
  protected readonly store = inject(SeriesListStore);
  private readonly sessions = inject(SessionStore);

  protected readonly isProposer = computed(() => this.sessions.hasRole('teacher', 'coordinator'));

  constructor() {
    followProposals(
      () => true,
      () => void this.store.series.reload(),
    );
  }
}
