import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyCommentView, YearlyReportView } from '@qinglan/contracts';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Control, Field, Icon } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import type { YearlyStore } from './yearly.store';

/** Remarks on one section: open ones first, each with what became of it. */
@Component({
  selector: 'reports-comments',
  imports: [Badge, BeijingDateTime, Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  providers: [Acting],
  templateUrl: './comments.html',
  styleUrl: './comments.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Comments {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly report = input.required<YearlyReportView>();
  readonly section = input.required<string>();
  readonly store = input.required<YearlyStore>();
  readonly isClosed = input(false);

  protected readonly isWriting = signal(false);
  protected readonly text = signal('');
  protected readonly comments = computed(() => {
    const own = this.report().comments.filter(({ section }) => section === this.section());
    return [...own.filter(({ resolved }) => !resolved), ...own.filter(({ resolved }) => resolved)];
  });
  protected readonly mayComment = computed(() => this.report().may.comment && !this.isClosed());

  protected async send(): Promise<void> {
    const text = this.text().trim();
    if (text === '') return;
    const isSent = await this.acting.run(
      'comment',
      () => this.store().comment(this.section(), text),
      'reports.comment.sent',
    );
    if (!isSent) return;
    this.text.set('');
    this.isWriting.set(false);
  }

  protected async resolve({ id }: YearlyCommentView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: this.languages.say('reports.comment.resolve'),
      text: this.languages.say('reports.comment.resolveText'),
      act: this.languages.say('reports.comment.resolve'),
      reason: 'optional',
      reasonLabel: this.languages.say('reports.comment.answer'),
    });
    if (!answer) return;
    const words = answer.reason === '' ? null : answer.reason;
    await this.acting.run('resolve', () => this.store().resolve(id, words), 'reports.comment.resolved');
  }
}
