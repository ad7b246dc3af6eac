import { inject, Injectable } from '@angular/core';
import type { YearlyFigureView } from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { Dialogs } from '@qinglan/web-ui';
import { FigureDialog, type FigureGiven } from './figure-dialog';

/** Opens what a frozen or shared numeral says, beside the report. */
@Injectable({ providedIn: 'root' })
export class OpenFigure {
  private readonly dialogs = inject(Dialogs);

  async open(key: string, figures: readonly YearlyFigureView[], issueId: YearlyIssueId | null = null): Promise<void> {
    const figure = figures.find((one) => one.key === key);
    if (figure) await this.dialogs.open<never, FigureGiven>(FigureDialog, { figure, issueId }, 'sheet');
  }
}
