import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { downloadSharedFile, openSharedReport } from '@qinglan/contracts';
import {
  ApiClient,
  BeijingDateTime,
  BeijingDay,
  type DownloadedFile,
  languageNames,
  Preferences,
  remote,
} from '@qinglan/web-platform';
import { Icon, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import type { ChartNumber } from '../parts/chart-place';
import { OpenFigure } from '../parts/open-figure';
import { ReportContent } from '../parts/report-content';
import { Told } from '../parts/told';
import { Changes } from './changes';
import { IssueFiles } from './issue-files';

/** A report by its link, without an account: counts and words, on a phone first. The secret stands behind `#` alone. */
@Component({
  selector: 'reports-shared-page',
  imports: [
    ...[BeijingDateTime, BeijingDay, Changes, FormsModule, Icon, IssueFiles, Notice, Page, ProblemNotice],
    ...[ReportContent, Told, TranslocoPipe, Waiting],
  ],
  templateUrl: './shared.page.html',
  styleUrl: './shared.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharedPage {
  private readonly api = inject(ApiClient);
  private readonly figures = inject(OpenFigure);
  protected readonly preferences = inject(Preferences);

  /** The secret of the link; sections are jumped to without touching the address. */
  private readonly token = toSignal(inject(ActivatedRoute).fragment);

  protected readonly names = languageNames;
  protected readonly report = remote(() => {
    const token = this.token();
    return token ? this.api.call(openSharedReport, { body: { token } }) : undefined;
  });
  protected readonly hasToken = computed(() => Boolean(this.token()));

  protected readonly get = (name: string): Promise<DownloadedFile> =>
    this.api.download(downloadSharedFile, { params: { name }, body: { token: this.token() ?? '' } });

  private readonly stored = computed(() => ({ figures: this.report.value()?.content.figures ?? [], issueId: null }));

  protected open(key: string): void {
    void this.figures.open(key, this.stored());
  }

  protected openNumber(number: ChartNumber): void {
    void this.figures.openNumber(number, this.stored());
  }
}
