import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyReportView } from '@qinglan/contracts';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon, Notice } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { ContradictionList } from '../parts/contradiction-list';
import { Changes } from './changes';
import { hindranceWords } from './hindrances';
import type { YearlyStore } from './yearly.store';

/** How often the progress is asked for. */
const everyMs = 1000;

/** What still keeps the report from being frozen; the freeze with its progress; and the issues that were made. */
@Component({
  selector: 'reports-freeze',
  imports: [Badge, BeijingDay, Button, Changes, ContradictionList, Icon, Notice, RouterLink, TranslocoPipe],
  providers: [Acting],
  templateUrl: './freeze.html',
  styleUrl: './panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Freeze {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly report = input.required<YearlyReportView>();
  readonly store = input.required<YearlyStore>();

  protected readonly running = computed(() => {
    const { progress } = this.report();
    return progress && ['queued', 'running'].includes(progress.state) ? progress : null;
  });
  protected readonly failed = computed(() => {
    const { progress } = this.report();
    return progress && ['failed', 'cancelled'].includes(progress.state) ? progress : null;
  });
  /** Why not, one line each; asked for while nothing runs. */
  protected readonly hindrances = computed(() =>
    this.report()
      .hindrances.filter(({ kind }) => kind !== 'report-freezing')
      .map((hindrance) => ({ kind: hindrance.kind, words: hindranceWords(hindrance, this.report(), this.languages) })),
  );
  protected readonly mayFreeze = computed(() => this.report().may.freeze && this.hindrances().length === 0);
  /** The last issue says what the draft says, rows and all. */
  protected readonly isUnchanged = computed(
    () => this.isCorrection() && this.report().areRowsCompared && this.report().changes.length === 0,
  );
  protected readonly comparing = computed(() => this.store().comparing());
  protected readonly isCorrection = computed(() => this.report().issues.length > 0);

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const running = this.running();
      untracked(() => this.look(running?.issueId ?? null));
    });
    // A year of many lessons: its rows are compared where somebody looks at what a correction would say.
    effect(() => {
      const report = this.report();
      if (!report.areRowsCompared && this.running() === null)
        untracked(() => this.comparing() === 'no' && void this.compare());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async freeze(): Promise<void> {
    const isAgain = this.isCorrection();
    const yes = await this.confirm.ask({
      heading: this.languages.say(isAgain ? 'reports.freeze.askAgain' : 'reports.freeze.ask'),
      text: this.languages.say(isAgain ? 'reports.freeze.askAgainText' : 'reports.freeze.askText'),
      act: this.languages.say('reports.freeze.act'),
      ...(isAgain && { reason: 'needed' as const, reasonLabel: this.languages.say('reports.freeze.reason') }),
    });
    if (yes) await this.acting.run('freeze', () => this.store().freeze(this.report(), yes.reason || null));
  }

  protected compare(): Promise<void> {
    return this.store().compareRows(this.report());
  }

  protected async cancel(): Promise<void> {
    const running = this.running();
    if (running)
      await this.acting.run('cancel', () => this.store().cancel(running.issueId), 'reports.freeze.cancelled');
  }

  /** Asks again after a while, as long as something runs. */
  private look(issueId: NonNullable<YearlyReportView['progress']>['issueId'] | null): void {
    clearTimeout(this.timer);
    if (!issueId) return;
    this.timer = setTimeout(() => {
      this.store()
        .follow(issueId)
        .catch(() => this.look(issueId));
    }, everyMs);
  }
}
