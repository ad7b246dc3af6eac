import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { YearlyFigureView, YearlySectionView } from '@qinglan/contracts';
import { type Piece, plainText, type YearlyMark } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { Copying } from './copying';
import { MarkLegend } from './mark-legend';
import { Numeral } from './numeral';
import { paragraphsOf } from './paragraphs';

/** The words of a section with their numerals, each of which opens; below them what the signs mean, and the words to copy. */
@Component({
  selector: 'reports-sentence',
  imports: [Button, Icon, MarkLegend, Numeral, TranslocoPipe],
  providers: [Copying],
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
    @if (paragraphs().length > 0) {
      <div class="below">
        @if (shown().length > 0) {
          <reports-mark-legend [marks]="shown()" />
        }
        <button uiButton="quiet" class="no-print" type="button" (click)="copy()">
          <ui-icon name="copy" />{{ 'reports.copyWords' | transloco }}
        </button>
      </div>
    }
  `,
  styles: `
    p {
      margin: 0 0 var(--space-3);
      max-inline-size: 46rem;
      line-height: 1.9;
      text-wrap: pretty;
    }
    .below {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sentence {
  private readonly languages = inject(Languages);
  private readonly copying = inject(Copying);

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

  /** Its words and numbers alone, a line a paragraph. */
  protected copy(): Promise<void> {
    const text = this.paragraphs().map(plainText).join('\n');
    return this.copying.copy({ heading: this.languages.say('reports.copyWords'), text }, 'reports.copiedWords');
  }

  protected marksOf({ kind, key }: Piece): readonly YearlyMark[] {
    return kind === 'numeral' ? (this.byKey().get(key)?.marks ?? []) : [];
  }
}
