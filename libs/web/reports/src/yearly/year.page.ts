import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, SessionStore } from '@qinglan/web-platform';
import { Button, Icon, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { ReportContent } from '../parts/report-content';
import { LiveFigures } from './live-figures';
import { Steps } from './steps';
import { YearlyStore } from './yearly.store';

/** A year as it stands now: how far its report is, what to do next, and every numeral live and open. */
@Component({
  selector: 'reports-year-page',
  imports: [
    BeijingDay,
    Button,
    Icon,
    LiveFigures,
    Notice,
    Page,
    ProblemNotice,
    ReportContent,
    RouterLink,
    Steps,
    TranslocoPipe,
    Waiting,
  ],
  providers: [YearlyStore, Acting],
  templateUrl: './year.page.html',
  styles: `
    .stack {
      margin-block-end: var(--space-4);
    }
    ui-notice p {
      margin: 0 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearPage {
  protected readonly store = inject(YearlyStore);
  protected readonly acting = inject(Acting);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  readonly year = input.required<string>();

  protected readonly number = computed(() => Number(this.year()));
  protected readonly mayOpen = computed(() => this.session.hasRole('administrator'));

  constructor() {
    effect(() => {
      const year = this.number();
      untracked(() => this.store.year.set(year));
    });
  }

  protected async open(): Promise<void> {
    const opened = await this.acting.run('open', () => this.store.open(), 'reports.opened');
    if (opened) await this.router.navigate(['/reports', this.number(), 'draft']);
  }
}
