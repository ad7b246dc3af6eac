import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { BeijingDay } from '@qinglan/web-platform';
import { DialogFrame } from '@qinglan/web-ui';
import { IssueThings } from '../yearly/issue-things';
import { Marks } from './marks';
import { Told } from './told';
import { Unit } from './unit';

/** A numeral, and the issue whose stored rows may be opened; null where only counts are told. */
export interface FigureGiven {
  readonly figure: YearlyFigureView;
  readonly issueId: YearlyIssueId | null;
}

/** What a numeral says: its definition, how sure it is, how many rows lie behind it, and these where they may be read. */
@Component({
  selector: 'reports-figure-dialog',
  imports: [BeijingDay, DialogFrame, IssueThings, Marks, Told, TranslocoPipe, Unit],
  template: `
    <ui-dialog [heading]="figure.name | told" [dismissal]="'ui.close' | transloco">
      <p class="number">
        <strong>{{ figure.printed | told }}</strong>
        @if (figure.value !== null) {
          <span>{{ figure.unit | unit }}</span>
        }
        <reports-marks [marks]="figure.marks" />
      </p>
      <dl>
        <dt>{{ 'reports.definition' | transloco }}</dt>
        <dd>{{ figure.definition | told }}</dd>
        <dt>{{ 'reports.asOf' | transloco }}</dt>
        <dd>{{ figure.asOf | beijingDay: 'full' }}</dd>
        <dt>{{ 'reports.rows.title' | transloco }}</dt>
        <dd>
          {{ 'reports.rows.count' | transloco: { n: figure.rows } }}
          @if (figure.unknownRows > 0) {
            {{ 'reports.rows.unknown' | transloco: { n: figure.unknownRows } }}
          }
        </dd>
        <dt>{{ 'reports.version' | transloco }}</dt>
        <dd>{{ 'reports.versionOf' | transloco: { n: figure.version } }}</dd>
      </dl>
      @for (mark of figure.marks; track mark) {
        <p class="hint">{{ 'reports.mark.' + mark | transloco }}：{{ 'reports.markHint.' + mark | transloco }}</p>
      }
      @if (given.issueId; as issueId) {
        <reports-issue-things [issueId]="issueId" [key]="figure.key" [unit]="figure.unit" />
      }
    </ui-dialog>
  `,
  styles: `
    .number {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-2);
      margin: 0 0 var(--space-4);
    }
    strong {
      font-size: 2rem;
      line-height: 1.2;
      font-variant-numeric: tabular-nums;
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--space-2) var(--space-4);
      margin: 0 0 var(--space-4);
    }
    dt {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .hint {
      margin: 0 0 var(--space-2);
      color: var(--text-soft);
      font-size: var(--size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureDialog {
  protected readonly given = inject<FigureGiven>(DIALOG_DATA);
  protected readonly figure = this.given.figure;
}
