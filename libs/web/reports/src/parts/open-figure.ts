import { inject, Injectable } from '@angular/core';
import type { YearlyFigureView } from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { Dialogs } from '@qinglan/web-ui';
import type { ChartNumber } from './chart-place';
import { FigureDialog, type FigureGiven } from './figure-dialog';

/** A stored report whose numerals open, and the issue whose stored rows may be; null where only counts are told. */
interface Stored {
  readonly figures: readonly YearlyFigureView[];
  readonly issueId: YearlyIssueId | null;
}

/** Opens what a frozen or shared numeral says, beside the report. */
@Injectable({ providedIn: 'root' })
export class OpenFigure {
  private readonly dialogs = inject(Dialogs);

  open(key: string, stored: Stored): Promise<void> {
    return this.show(key, stored, null);
  }

  /** One number of a chart: of a group, of a part of it, or of all of it. */
  openNumber(number: ChartNumber, stored: Stored): Promise<void> {
    return this.show(number.chart.indicator, stored, number.group === null ? null : number);
  }

  private async show(key: string, { figures, issueId }: Stored, number: ChartNumber | null): Promise<void> {
    const figure = figures.find((one) => one.key === key);
    if (!figure) return;
    await this.dialogs.open<never, FigureGiven>(FigureDialog, { figure, figures, issueId, number }, 'sheet');
  }
}
