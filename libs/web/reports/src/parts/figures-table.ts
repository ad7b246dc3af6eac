import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import { inLanguage, type Piece } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Marks } from './marks';
import { Numeral } from './numeral';
import { Told } from './told';
import { Unit } from './unit';

/** Numbers of a section: name, number with its unit, how sure it is, and what is unknown of it in words. */
@Component({
  selector: 'reports-figures',
  imports: [Marks, Numeral, Told, TranslocoPipe, Unit],
  templateUrl: './figures-table.html',
  styleUrl: './table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiguresTable {
  private readonly languages = inject(Languages);

  readonly label = input.required<string>();
  readonly figures = input.required<readonly YearlyFigureView[]>();
  readonly year = input<number | null>(null);
  readonly opened = output<string>();

  /** A word in place of a number has no unit: 多所, 未统计. */
  protected readonly hasNumber = ({ value }: YearlyFigureView): boolean => value !== null;

  protected readonly stored = computed<ReadonlySet<string>>(() => new Set(this.figures().map(({ key }) => key)));

  protected pieceOf({ key, printed }: YearlyFigureView): Piece {
    return { kind: 'numeral', key, text: inLanguage(printed, this.languages.current()) };
  }
}
