import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportRow } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Button, Dialogs, Icon, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';
import { Summands } from '../parts/summands';
import { Told } from '../parts/told';
import { cellWords, numberMarks, ownColumns } from './cell-words';
import { EvidenceDialog, type EvidenceGiven } from './evidence-dialog';
import type { IndicatorStore } from './indicator.store';

/** The order that a press on a heading asks for. */
export type SortWords = Readonly<Record<'sort' | 'direction', string | null>>;

/** The rows behind a numeral: paged, sorted by a press on a heading, each with its evidence one press away. */
@Component({
  selector: 'reports-indicator-rows',
  imports: [Button, Icon, Marks, Nothing, ProblemNotice, RowDays, Summands, Told, TranslocoPipe, Waiting],
  templateUrl: './indicator-rows.html',
  styleUrl: './indicator-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorRows {
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  readonly store = input.required<IndicatorStore>();
  readonly year = input.required<number>();
  readonly sort = input<string | null>(null);
  readonly direction = input<'up' | 'down'>('up');
  readonly sorted = output<SortWords>();

  protected readonly columns = computed(() =>
    this.store()
      .head()
      .columns.filter(({ field }) => !ownColumns.has(field)),
  );

  protected readonly orderOf = (field: string | null): 'ascending' | 'descending' | null => {
    if (this.sort() !== field) return null;
    return this.direction() === 'down' ? 'descending' : 'ascending';
  };

  /** The same heading again turns the order around. */
  protected order(field: string | null): void {
    const isAgain = this.sort() === field;
    this.sorted.emit({ sort: field, direction: isAgain && this.direction() === 'up' ? 'down' : null });
  }

  protected cell(row: ReportRow, field: string): string {
    return cellWords(row, field, this.languages);
  }

  protected readonly marksOf = numberMarks;

  protected open({ source, id }: ReportRow): void {
    const asOf = this.store().indicator.value()?.answer?.asOf;
    void this.dialogs.open<never, EvidenceGiven>(EvidenceDialog, { source, id, ...(asOf && { asOf }) }, 'sheet');
  }
}
