import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { checkYearlyIssue, downloadYearlyFile, readYearlyIssue, type ReplyOf } from '@qinglan/contracts';
import { asId, type YearlyIssueId } from '@qinglan/domain';
import {
  ApiClient,
  BeijingDateTime,
  type DownloadedFile,
  Languages,
  remote,
  SessionStore,
} from '@qinglan/web-platform';
import { Button, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import type { ChartNumber } from '../parts/chart-place';
import { OpenFigure } from '../parts/open-figure';
import { ReportContent } from '../parts/report-content';
import { Changes } from './changes';
import { IssueFiles } from './issue-files';
import { IssuePrinting } from './issue-printing';
import { Links } from './links';

/** A frozen report, served from what was stored: what it says, what changed, its files, and links to hand it out. */
@Component({
  selector: 'reports-issue-page',
  imports: [
    ...[BeijingDateTime, Button, Changes, Icon, IssueFiles, IssuePrinting, Links, Notice, Page, ProblemNotice],
    ...[ReportContent, RouterLink, TranslocoPipe, Waiting],
  ],
  providers: [Acting],
  templateUrl: './issue.page.html',
  styleUrl: './issue.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssuePage {
  private readonly api = inject(ApiClient);
  private readonly figures = inject(OpenFigure);
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly year = input.required<string>();
  readonly issueId = input.required<string>();

  private readonly id = computed(() => asId<YearlyIssueId>(this.issueId()));
  protected readonly number = computed(() => Number(this.year()));
  protected readonly issue = remote(() => this.api.call(readYearlyIssue, { params: { issueId: this.id() } }), {
    keep: true,
  });
  protected readonly link = computed(() => ({ id: this.id(), number: this.issue.value()?.number ?? 0 }));
  protected readonly mayCorrect = computed(() => this.session.hasRole('administrator'));

  protected readonly get = (name: string): Promise<DownloadedFile> =>
    this.api.download(downloadYearlyFile, { params: { issueId: this.id(), name } });

  /** Its numerals, and whose rows may be read. */
  private readonly stored = computed(() => {
    const issue = this.issue.value();
    return { figures: issue?.content.figures ?? [], issueId: issue?.may.readRows ? issue.id : null };
  });

  protected open(key: string): void {
    void this.figures.open(key, this.stored());
  }

  protected openNumber(number: ChartNumber): void {
    void this.figures.openNumber(number, this.stored());
  }

  /** Reckons the hash anew and says whether everything is as it was. */
  protected async check(): Promise<void> {
    await this.acting.run('check', async () => {
      const found: ReplyOf<typeof checkYearlyIssue> = await this.api.call(checkYearlyIssue, {
        params: { issueId: this.id() },
      });
      if (found.isSound) this.toast.say(this.languages.say('reports.issue.sound', { rows: found.rows }));
      else this.toast.warn(this.languages.say('reports.issue.unsound'));
    });
  }
}
