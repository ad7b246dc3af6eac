import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { YearlyFigureView, YearlySectionView } from '@qinglan/contracts';
import type { Piece, YearlyMark } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { MarkLegend } from './mark-legend';
import { Numeral } from './numeral';
import { paragraphsOf } from './paragraphs';

/** The words of a section with their numerals, each of which opens; below them what the signs mean. */
@Component({
  selector: 'reports-sentence',
  imports: [MarkLegend, Numeral],
  template: `
    @for (paragraph of paragraphs(); track $index) {
      <p>
        @for (piece of paragraph; track $index) {
          @if (piece.kind === 'text') {
            <span>{{ piece.text }}</span>
          } @else {
            <reports-numeral
              [piece]="piece"
              [marks]="marksOf(piece)"
              [year]="year()"
              [stored]="stored()"
              (opened)="opened.emit($event)"
            />
          }
        }
      </p>
    }
    @if (shown().length > 0) {
      <reports-mark-legend [marks]="shown()" />
    }
  `,
  styles: `
    p {
      margin: 0 0 var(--space-3);
      max-inline-size: 46rem;
      line-height: 1.9;
      text-wrap: pretty;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sentence {
  private readonly languages = inject(Languages);

  readonly text = input.required<YearlySectionView['text']>();
  readonly figures = input.required<readonly YearlyFigureView[]>();
  readonly year = input<number | null>(null);
  readonly opened = output<string>();

  private readonly byKey = computed(() => new Map(this.figures().map((figure) => [figure.key, figure])));
  protected readonly stored = computed<ReadonlySet<string>>(() => new Set(this.byKey().keys()));
  protected readonly paragraphs = computed(() => {
    const text = this.text();
    const own = text[this.languages.current()];
    return paragraphsOf(own.length > 0 ? own : text.zh);
  });
  protected readonly shown = computed(() => [
    ...new Set(this.paragraphs().flatMap((pieces) => pieces.flatMap((piece) => this.marksOf(piece)))),
  ]);

  protected marksOf({ kind, key }: Piece): readonly YearlyMark[] {
    return kind === 'numeral' ? (this.byKey().get(key)?.marks ?? []) : [];
  }
}
