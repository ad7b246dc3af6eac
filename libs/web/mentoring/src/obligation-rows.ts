import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { debtorsOf, obligationKinds, obligationPeriods } from '@qinglan/domain';
import { Button, Icon, IconButton } from '@qinglan/web-ui';
import { changed, freeKinds, isNumber, nextTerms } from './obligation-draft';
import type { Terms } from './obligation-words';

/** The obligations of an agreement as rows: who owes what, how many, how often; each kind once. */
@Component({
  selector: 'mentoring-obligation-rows',
  imports: [Button, FormsModule, Icon, IconButton, TranslocoPipe],
  templateUrl: './obligation-rows.html',
  styleUrl: './obligation-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObligationRows {
  readonly rows = model.required<readonly Terms[]>();
  readonly fault = input<string | null>(null);

  protected readonly kinds = obligationKinds;
  protected readonly periods = obligationPeriods;
  protected readonly isNumber = isNumber;
  protected readonly debtorsOf = debtorsOf;
  protected readonly isFull = computed(() => freeKinds(this.rows()).length === 0);
  protected readonly taken = computed(() => new Set(this.rows().map(({ kind }) => kind)));

  protected add(): void {
    const next = nextTerms(this.rows());
    if (next) this.rows.update((rows) => [...rows, next]);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected set(at: number, change: Partial<Terms>): void {
    this.rows.update((rows) => rows.map((row, index) => (index === at ? changed(row, change) : row)));
  }
}
