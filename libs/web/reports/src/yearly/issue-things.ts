import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CountedThing, listYearlyIssueThings, type ReplyOf } from '@qinglan/contracts';
import type { Unit as UnitKind, YearlyIssueId } from '@qinglan/domain';
import { ApiClient, Languages, paged } from '@qinglan/web-platform';
import { Button, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { countedWords } from '../indicators/cell-words';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';
import { Unit } from '../parts/unit';
import { IssueRows } from './issue-rows';

type Head = Omit<ReplyOf<typeof listYearlyIssueThings>, 'items' | 'next'>;

/** Which thirty-four of a frozen issue: a line for one of them, each opening its own rows; else the rows alone. */
@Component({
  selector: 'reports-issue-things',
  imports: [Button, Icon, IssueRows, Marks, ProblemNotice, RowDays, TranslocoPipe, Unit, Waiting],
  templateUrl: './issue-things.html',
  styleUrl: './issue-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssueThings {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);

  readonly issueId = input.required<YearlyIssueId>();
  readonly key = input.required<string>();
  readonly unit = input.required<UnitKind>();

  protected readonly head = signal<Head | null>(null);
  /** The one whose rows are open, by its place. */
  protected readonly one = signal<string | null>(null);
  protected readonly isWhole = signal(false);
  protected readonly things = paged(async (after) => {
    const params = { issueId: this.issueId(), key: this.key() };
    const reply = await this.api.call(listYearlyIssueThings, { params, query: { after, limit: 50 } });
    this.head.set(reply);
    return reply;
  });
  protected readonly isByThing = computed(() => (this.head()?.column ?? null) !== null);

  protected label({ label }: CountedThing): string {
    const column = this.head()?.column;
    return column ? countedWords(label, column, this.languages) : label;
  }

  protected turn(value: string): void {
    this.one.update((open) => (open === value ? null : value));
  }
}
