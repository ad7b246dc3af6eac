import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChild,
  contentChildren,
  Directive,
  inject,
  input,
  output,
  TemplateRef,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from './button';

/** A column: its text, unless a `uiCell` template of the same key draws it. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly text?: (row: Row) => string | number | null;
  /** Figures and times stand at the end and have equal widths. */
  readonly numeric?: boolean;
  /** Left out of the cards on phones. */
  readonly wideOnly?: boolean;
}

/** How a column is drawn: `<ng-template uiCell="state" let-row>`. */
@Directive({ selector: 'ng-template[uiCell]' })
export class Cell {
  readonly key = input.required<string>({ alias: 'uiCell' });
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** The acts at the end of a row: `<ng-template uiRowActs let-row>`. */
@Directive({ selector: 'ng-template[uiRowActs]' })
export class RowActs {
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** A table on wide screens, cards on phones; the first column is the row's name. */
@Component({
  selector: 'ui-data-list',
  imports: [Button, NgTemplateOutlet, TranslocoPipe],
  templateUrl: './data-list.html',
  styleUrl: './data-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataList<Row> {
  /** Says what the table holds, for screen readers. */
  readonly label = input.required<string>();
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly key = input.required<(row: Row) => string | number>();
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly more = output();

  private readonly cells = contentChildren(Cell);
  protected readonly acts = contentChild(RowActs);
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.key(), cell.template])));
}
