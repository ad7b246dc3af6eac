import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyReportView } from '@qinglan/contracts';
import { reportingSides } from '@qinglan/domain';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon, Notice } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { ContradictionList } from '../parts/contradiction-list';
import { Told } from '../parts/told';
import { isSettled } from './next-steps';
import type { YearlyStore } from './yearly.store';

/** Whether Hangzhou and Aksu approve of what the draft says now, and what moved since one of them did. */
@Component({
  selector: 'reports-approvals',
  imports: [Badge, BeijingDateTime, Button, ContradictionList, Icon, Notice, Told, TranslocoPipe],
  providers: [Acting],
  templateUrl: './approvals.html',
  styleUrl: './panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Approvals {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly report = input.required<YearlyReportView>();
  readonly store = input.required<YearlyStore>();

  /** Nothing to approve: the last issue says what the draft says. */
  protected readonly isSettled = computed(() => isSettled(this.report()));
  protected readonly sides = computed(() =>
    reportingSides
      .map((side) => ({
        side,
        approval: this.report().approvals.find((one) => one.side === side) ?? null,
        isOwn: this.report().may.approveFor === side,
      }))
      .filter(({ approval }) => approval !== null || !this.isSettled()),
  );
  protected readonly isClosed = computed(() => this.report().state === 'freezing');

  protected async approve(): Promise<void> {
    const side = this.report().may.approveFor;
    if (!side) return;
    const yes = await this.confirm.ask({
      heading: this.languages.say('reports.approval.ask', { side: this.languages.say(`words.side.${side}`) }),
      text: this.languages.say('reports.approval.askText'),
      act: this.languages.say('reports.approval.approve'),
    });
    if (yes) await this.acting.run('approve', () => this.store().approve(this.report()), 'reports.approval.done');
  }

  protected async withdraw(): Promise<void> {
    await this.acting.run('withdraw', () => this.store().withdraw(), 'reports.approval.withdrawn');
  }
}
