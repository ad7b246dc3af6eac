import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlySectionView } from '@qinglan/contracts';
import { Marks } from './marks';
import { PieceRow } from './piece-row';
import { Told } from './told';

/** The table of facts: what, how much, where it comes from, and the words of the source. */
@Component({
  selector: 'reports-facts',
  imports: [Marks, PieceRow, Told, TranslocoPipe],
  templateUrl: './facts-table.html',
  styleUrl: './table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactsTable {
  readonly label = input.required<string>();
  readonly facts = input.required<YearlySectionView['facts']>();
  /** Keys whose stored numerals can be opened. */
  readonly stored = input<ReadonlySet<string>>(new Set());
  readonly year = input<number | null>(null);
  readonly opened = output<string>();
}
