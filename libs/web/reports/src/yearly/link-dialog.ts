import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { makeYearlyLink } from '@qinglan/contracts';
import { addDays, asId, Temporal, type YearlyIssueId, type YearlyLinkId } from '@qinglan/domain';
import { ApiClient, beijingNow, Languages, ProblemText, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, Toast } from '@qinglan/web-ui';

/** The year, and the issue that the link is made to; null makes it to the draft. */
export interface LinkGiven {
  readonly year: number;
  readonly issue: { readonly id: YearlyIssueId; readonly number: number } | null;
}

/** A month, unless somebody says otherwise. */
const usualDays = 30;

/** Makes a link for leaders; its address is shown once. */
@Component({
  selector: 'reports-link-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  templateUrl: './link-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkDialog {
  protected readonly given = inject<LinkGiven>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<true>>(DialogRef);
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);
  private readonly languages = inject(Languages);
  private readonly toast = inject(Toast);
  /** The same however often it is sent. */
  private readonly linkId = asId<YearlyLinkId>(uuid());

  protected readonly label = signal('');
  protected readonly lastDay = signal(addDays(Temporal.PlainDate.from(beijingNow().day), usualDays).toString());
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly address = signal<string | null>(null);
  protected readonly isWhole = computed(() => this.label().trim() !== '' && this.lastDay() !== '');

  protected async make(): Promise<void> {
    if (this.address()) return this.copy();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const params = { year: this.given.year, linkId: this.linkId };
      const body = { issueId: this.given.issue?.id ?? null, label: this.label().trim(), lastDay: this.lastDay() };
      const { token } = await this.api.call(makeYearlyLink, { params, body });
      this.address.set(token ? `${location.origin}/shared-report#${token}` : null);
      if (!token) this.problem.set(this.languages.say('reports.link.lost'));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address() ?? '');
      this.toast.say(this.languages.say('reports.link.copied'));
      this.dialog.close(true);
    } catch {
      this.problem.set(this.languages.say('reports.copyByHand'));
    }
  }
}
