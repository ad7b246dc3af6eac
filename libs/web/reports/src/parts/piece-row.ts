import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { YearlySectionView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Numeral } from './numeral';

/** A short text in one line, of which the live pieces open. */
@Component({
  selector: 'reports-pieces',
  imports: [Numeral],
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.kind === 'text') {
        <span>{{ piece.text }}</span>
      } @else {
        <reports-numeral [piece]="piece" [year]="year()" [stored]="stored()" (opened)="opened.emit($event)" />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PieceRow {
  private readonly languages = inject(Languages);

  readonly text = input.required<YearlySectionView['text']>();
  readonly year = input<number | null>(null);
  readonly stored = input<ReadonlySet<string>>(new Set());
  readonly opened = output<string>();

  protected readonly pieces = computed(() => {
    const text = this.text();
    const own = text[this.languages.current()];
    return own.length > 0 ? own : text.zh;
  });
}
