import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readReportRow, type ReplyOf, type ReportRow } from '@qinglan/contracts';
import { ApiClient, BeijingDateTime, BeijingDay, Languages, remote } from '@qinglan/web-platform';
import { Button, DialogFrame, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';
import { Told } from '../parts/told';
import { cellWords, numberMarks, ownColumns } from './cell-words';

/** Which row, and the day by which its numeral was looked at. */
export type EvidenceGiven = Pick<ReportRow, 'source' | 'id'> & { readonly asOf?: string };

const titles: ReadonlySet<string> = new Set(['agreement', 'source']);
const acts: Readonly<Record<string, string>> = {
  added: 'added',
  imported: 'added',
  registered: 'added',
  verified: 'signed',
  signed: 'signed',
};

/** What a row rests on, beside the list: its fields, who signed, what was quoted or uploaded, and the thing itself. */
@Component({
  selector: 'reports-evidence-dialog',
  imports: [
    ...[BeijingDateTime, BeijingDay, Button, DialogFrame, Icon, Marks, ProblemNotice, RowDays],
    ...[RouterLink, Told, TranslocoPipe, Waiting],
  ],
  templateUrl: './evidence-dialog.html',
  styleUrl: './evidence-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceDialog {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  protected readonly dialog = inject<DialogRef>(DialogRef);
  private readonly given = inject<EvidenceGiven>(DIALOG_DATA);

  protected readonly found = remote(() => {
    const { source, id, asOf } = this.given;
    return this.api.call(readReportRow, { params: { source, id }, query: { asOf } });
  });

  protected shown(row: ReportRow, field: string): string {
    return cellWords(row, field, this.languages);
  }

  /** What a field says today, where that is not what it said on the day; null where it says the same. */
  protected nowOf({ row, now }: ReplyOf<typeof readReportRow>, field: string): string | null {
    if (!now) return null;
    const words = this.shown(now, field);
    return words === this.shown(row, field) ? null : words;
  }

  protected readonly marksOf = numberMarks;

  /** What of a row has not its own place above. */
  protected columnsOf({ columns }: ReplyOf<typeof readReportRow>) {
    return columns.filter(({ field }) => !ownColumns.has(field));
  }

  /** What was done, in a word; the codes of history are for the machine. */
  protected actOf(act: string): string {
    const done = act.split('.').at(-1) ?? '';
    return this.languages.say(`reports.act.${acts[done] ?? 'changed'}`);
  }

  protected titleOf(title: string): string {
    return titles.has(title) ? this.languages.say(`reports.evidence.${title}`) : title;
  }

  protected isAddress(text: string): boolean {
    return text.startsWith('https://');
  }
}
