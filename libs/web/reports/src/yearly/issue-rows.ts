import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
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
import { type FrozenCell, frozenCells } from '../indicators/cell-words';
import { Acting } from '../parts/acting';
import type { Narrowing } from '../parts/chart-place';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';

type Reply = ReplyOf<typeof listYearlyIssueRows>;
type Row = Reply['items'][number];

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
  /** One number of a chart: its rows alone. */
  readonly narrowed = input<Narrowing | null>(null);

  private readonly params = computed(() => ({ issueId: this.issueId(), key: this.key() }));
  /** What the rows show, in the words that they were frozen with. */
  private readonly columns = signal<Reply['columns']>([]);
  protected readonly rows = paged(async (after) => {
    const reply = await this.page(after);
    if (reply.items.length > 0) this.columns.set(reply.columns);
    return reply;
  });

  protected cellsOf(row: Row): readonly FrozenCell[] {
    return frozenCells(row, this.columns(), this.languages);
  }

  private page(after: string | undefined): Promise<Reply> {
    const [params, place] = [this.params(), this.place()];
    const query = { after, limit: 50, ...this.narrowed() };
    if (place === null) return this.api.call(listYearlyIssueRows, { params, query });
    return this.api.call(listYearlyIssueThingRows, { params: { ...params, place }, query });
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
