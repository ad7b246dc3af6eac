import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  downloadYearlyIssueRows,
  listYearlyIssueRows,
  listYearlyIssueThingRows,
  type ReplyOf,
} from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { ApiClient, Languages, paged, saveFile } from '@qinglan/web-platform';
import { Button, Icon, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';

type Row = ReplyOf<typeof listYearlyIssueRows>['items'][number];

/** The rows behind a frozen numeral, as they were stored. */
@Component({
  selector: 'reports-issue-rows',
  imports: [Button, Icon, Marks, Nothing, ProblemNotice, RowDays, TranslocoPipe, Waiting],
  providers: [Acting],
  templateUrl: './issue-rows.html',
  styleUrl: './issue-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssueRows {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly issueId = input.required<YearlyIssueId>();
  readonly key = input.required<string>();
  /** One of what is counted once each, by its place: its rows alone. */
  readonly place = input<string | null>(null);

  private readonly params = computed(() => ({ issueId: this.issueId(), key: this.key() }));
  protected readonly rows = paged((after) => {
    const [params, place] = [this.params(), this.place()];
    const query = { after, limit: 50 };
    if (place === null) return this.api.call(listYearlyIssueRows, { params, query });
    return this.api.call(listYearlyIssueThingRows, { params: { ...params, place }, query });
  });

  protected restOf({ fields }: Row): string {
    return Object.entries(fields)
      .filter(([name, value]) => !['label', 'title', 'code'].includes(name) && value !== null && value !== '')
      .map(([, value]) => String(value))
      .join(' · ');
  }

  protected async download(): Promise<void> {
    const params = this.params();
    const query = { language: this.languages.current() };
    await this.acting.run('csv', async () => {
      const { name, content } = await this.api.download(downloadYearlyIssueRows, { params, query });
      saveFile(name, content);
    });
  }
}
