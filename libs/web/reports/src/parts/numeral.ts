import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { indicatorOfList, type Piece, type YearlyMark } from '@qinglan/domain';
import { markSigns } from './mark-signs';

/** A numeral, a name or a stated fact as it stands in a sentence or a table: it opens what lies behind it. */
@Component({
  selector: 'reports-numeral',
  imports: [NgTemplateOutlet, RouterLink, TranslocoPipe],
  templateUrl: './numeral.html',
  styleUrl: './numeral.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Numeral {
  readonly piece = input.required<Piece>();
  readonly marks = input<readonly YearlyMark[]>([]);
  /** The year whose live rows it opens; without one its page is asked to open what was stored. */
  readonly year = input<number | null>(null);
  /** Keys whose stored numerals can be opened. */
  readonly stored = input<ReadonlySet<string>>(new Set());
  readonly opened = output<string>();

  protected readonly signs = markSigns;
  protected readonly key = computed(() => {
    const { kind, key } = this.piece();
    if (kind === 'numeral') return key;
    return kind === 'list' ? indicatorOfList(key) : null;
  });
  protected readonly link = computed(() => {
    if (this.year() === null) return null;
    if (this.piece().kind === 'statement') return ['/statements'];
    const key = this.key();
    return key === null ? null : ['/indicators', key];
  });
  protected readonly storedKey = computed(() => {
    const key = this.key();
    return key !== null && this.stored().has(key) ? key : null;
  });
}
