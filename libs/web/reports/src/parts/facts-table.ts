import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView, YearlySectionView } from '@qinglan/contracts';
import { Badge } from '@qinglan/web-ui';
import { isContradicted } from './contradictions';
import { Marks } from './marks';
import { PieceRow } from './piece-row';
import { Told } from './told';

/** The table of facts: what, how much, where it comes from, and the words of the source. */
@Component({
  selector: 'reports-facts',
  imports: [Badge, Marks, PieceRow, Told, TranslocoPipe],
  templateUrl: './facts-table.html',
  styleUrl: './table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactsTable {
  readonly label = input.required<string>();
  readonly facts = input.required<YearlySectionView['facts']>();
  /** Keys whose stored numerals can be opened. */
  readonly stored = input<ReadonlySet<string>>(new Set());
  /** Numerals of which it is told where the source contradicts them. */
  readonly warned = input<readonly YearlyFigureView[]>([]);
  readonly year = input<number | null>(null);
  readonly opened = output<string>();

  protected readonly isContradicted = (fact: YearlySectionView['facts'][number]): boolean =>
    isContradicted(fact, this.warned());
}
