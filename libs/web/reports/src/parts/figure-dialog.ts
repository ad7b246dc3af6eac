import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import { byYear, printNumber, type YearlyIssueId, type YearlyMark } from '@qinglan/domain';
import { BeijingDay } from '@qinglan/web-platform';
import { Button, DialogFrame } from '@qinglan/web-ui';
import { IssueRows } from '../yearly/issue-rows';
import { IssueThings } from '../yearly/issue-things';
import { addressOf, type ChartNumber, narrowingOf } from './chart-place';
import { FigureBasis } from './figure-basis';
import { Marks } from './marks';
import { Summands } from './summands';
import { Told } from './told';
import { Unit } from './unit';
import { unknownWordsOf } from './unknown-words';

/** A numeral, and the issue whose stored rows may be opened; null where only counts are told. */
export interface FigureGiven {
  readonly figure: YearlyFigureView;
  /** Every numeral of the report: what this one is reckoned from is among them. */
  readonly figures: readonly YearlyFigureView[];
  readonly issueId: YearlyIssueId | null;
  /** One number of a chart of it; null: the numeral itself. */
  readonly number: ChartNumber | null;
}

const sameWords = (value: number | null) => {
  const text = value === null ? '—' : printNumber(value);
  return { zh: text, en: text, ug: text };
};

/** What a numeral says: its definition, how sure it is, how many rows lie behind it, and these where they may be read. */
@Component({
  selector: 'reports-figure-dialog',
  imports: [
    BeijingDay,
    Button,
    DialogFrame,
    FigureBasis,
    IssueRows,
    IssueThings,
    Marks,
    RouterLink,
    Summands,
    Told,
    TranslocoPipe,
    Unit,
  ],
  template: `
    <ui-dialog [heading]="figure.name | told" [dismissal]="'ui.close' | transloco">
      @if (labels.length > 0) {
        <p class="of">
          @for (label of labels; track $index) {
            <bdi>{{ label | told }}</bdi>
          }
        </p>
      }
      <p class="number">
        <strong>{{ printed | told }}</strong>
        @if (shown.value !== null) {
          <span>{{ figure.unit | unit }}</span>
        }
        <reports-marks [marks]="marks" />
      </p>
      <dl>
        <dt>{{ 'reports.definition' | transloco }}</dt>
        <dd>{{ figure.definition | told }}</dd>
        <dt>{{ 'reports.asOf' | transloco }}</dt>
        <dd>{{ figure.asOf | beijingDay: 'full' }}</dd>
        @if (isWhole) {
          <dt>{{ 'reports.rows.title' | transloco }}</dt>
          <dd>
            {{ 'reports.rows.count' | transloco: { n: figure.rows } }}
            @if (figure.unknownRows > 0) {
              {{ unknownOf(figure, 'rows') | transloco: { n: figure.unknownRows } }}
            }
          </dd>
        }
        <dt>{{ 'reports.version' | transloco }}</dt>
        <dd>{{ 'reports.versionOf' | transloco: { n: figure.version } }}</dd>
      </dl>
      @if (isWhole) {
        <reports-figure-basis [figure]="figure" />
        @if (figure.from.length > 0) {
          <p class="hint">{{ 'reports.rows.summands' | transloco }}</p>
          <reports-summands [keys]="figure.from" [figures]="given.figures" />
        }
      }
      @for (mark of marks; track mark) {
        <p class="hint">{{ 'reports.mark.' + mark | transloco }}：{{ 'reports.markHint.' + mark | transloco }}</p>
      }
      @if (given.issueId; as issueId) {
        @if (elsewhere; as address) {
          <p class="hint">{{ 'reports.chart.otherYear' | transloco }}</p>
          <p>
            <a
              uiButton
              [routerLink]="address.path"
              [queryParams]="address.query"
              [fragment]="address.fragment"
              (click)="dialog.close()"
              >{{ 'reports.chart.openYear' | transloco: { year: address.query['year'] } }}</a
            >
          </p>
        } @else if (isWhole) {
          <reports-issue-things [issueId]="issueId" [key]="figure.key" [unit]="figure.unit" />
        } @else {
          <reports-issue-rows [issueId]="issueId" [key]="figure.key" [narrowed]="narrowed" />
        }
      }
    </ui-dialog>
  `,
  styles: `
    .of {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      margin: 0;
      font-weight: 600;
    }
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
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  protected readonly given = inject<FigureGiven>(DIALOG_DATA);
  protected readonly figure = this.given.figure;

  protected readonly unknownOf = unknownWordsOf;

  private readonly number = this.given.number;
  private readonly year = Number(this.figure.asOf.slice(0, 4));
  /** Of what it is a part; nothing where it is the numeral itself. */
  protected readonly labels = [this.number?.group?.label, this.number?.part?.label].flatMap((words) => words ?? []);
  protected readonly shown: { readonly value: number | null; readonly marks?: readonly YearlyMark[] } =
    this.number?.part ?? this.number?.group ?? this.figure;
  protected readonly marks = this.shown.marks ?? [];
  protected readonly printed = this.number === null ? this.figure.printed : sameWords(this.shown.value);
  /** The rows of another year are not those of this issue: they are read as they are now. */
  protected readonly elsewhere = this.addressElsewhere();
  /** The number of the issue's own year is the numeral itself. */
  protected readonly isWhole = this.number === null || this.isOverYears();
  protected readonly narrowed = this.number === null || this.isWhole ? null : narrowingOf(this.number);

  private isOverYears(): boolean {
    return this.number?.chart.by === byYear;
  }

  private addressElsewhere() {
    const isElsewhere = this.isOverYears() && this.number?.group?.key !== String(this.year);
    return isElsewhere && this.number ? addressOf(this.number, this.year) : null;
  }
}
