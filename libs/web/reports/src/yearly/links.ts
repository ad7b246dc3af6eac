import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listYearlyLinks, revokeYearlyLink, type YearlyLinkView } from '@qinglan/contracts';
import { asId, type YearlyIssueId, type YearlyLinkId } from '@qinglan/domain';
import { ApiClient, BeijingDay, Languages, remote } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { LinkDialog, type LinkGiven } from './link-dialog';

/** Links by which leaders read without an account: made, counted, taken back. */
@Component({
  selector: 'reports-links',
  imports: [Badge, BeijingDay, Button, Icon, ProblemNotice, TranslocoPipe, Waiting],
  providers: [Acting],
  templateUrl: './links.html',
  styleUrl: './panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Links {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly year = input.required<number>();
  /** What a new link is made to: an issue, or the draft. */
  readonly issue = input<{ readonly id: YearlyIssueId; readonly number: number } | null>(null);

  protected readonly links = remote(() => this.api.call(listYearlyLinks, { params: { year: this.year() } }));

  protected async make(): Promise<void> {
    const year = this.year();
    await this.dialogs.open<true, LinkGiven>(LinkDialog, { year, issue: this.issue() });
    await this.links.reload();
  }

  protected async revoke({ id, label }: YearlyLinkView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('reports.link.revokeAsk', { label }),
      text: this.languages.say('reports.link.revokeText'),
      act: this.languages.say('reports.link.revoke'),
      look: 'danger',
    });
    if (!yes) return;
    const params = { linkId: asId<YearlyLinkId>(id) };
    const isDone = await this.acting.run(
      'revoke',
      () => this.api.call(revokeYearlyLink, { params }),
      'reports.link.revoked',
    );
    if (isDone) await this.links.reload();
  }
}
