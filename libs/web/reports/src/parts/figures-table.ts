import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView } from '@qinglan/contracts';
import { inLanguage, type Piece } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';
import { Marks } from './marks';
import { Numeral } from './numeral';
import { Told } from './told';
import { Unit } from './unit';
import { unknownWordsOf } from './unknown-words';

/** Numbers of a section: name, number with its unit, how sure it is, and what is unknown of it in words. */
@Component({
  selector: 'reports-figures',
  imports: [Badge, Marks, Numeral, Told, TranslocoPipe, Unit],
  templateUrl: './figures-table.html',
  styleUrl: './table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiguresTable {
  private readonly languages = inject(Languages);

  protected readonly unknownOf = unknownWordsOf;

  readonly label = input.required<string>();
  readonly figures = input.required<readonly YearlyFigureView[]>();
  readonly year = input<number | null>(null);
  /** Tells where the source contradicts a number. */
  readonly warns = input(false);
  readonly opened = output<string>();

  /** A word in place of a number has no unit: 多所, 未统计. */
  protected readonly hasNumber = ({ value }: YearlyFigureView): boolean => value !== null;

  /** Every numeral of the report, where they are known: what is counted the other way stands beside. */
  readonly all = input<readonly YearlyFigureView[]>([]);
  private readonly byKey = computed(
    () => new Map([...this.all(), ...this.figures()].map((figure) => [figure.key, figure])),
  );
  protected readonly stored = computed<ReadonlySet<string>>(() => new Set(this.byKey().keys()));

  /** The same counted the other way, unless it has a row of its own here. */
  protected besideOf({ alongside }: YearlyFigureView): YearlyFigureView | null {
    if (alongside === undefined || this.figures().some(({ key }) => key === alongside)) return null;
    return this.byKey().get(alongside) ?? null;
  }

  protected pieceOf({ key, printed }: YearlyFigureView): Piece {
    return { kind: 'numeral', key, text: inLanguage(printed, this.languages.current()) };
  }
}
