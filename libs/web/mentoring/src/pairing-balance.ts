import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { BeijingDay, beijingNow } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';
import { ObligationWords } from './obligation-words';
import { barOf, sumsOf, type ObligationSum } from './share-look';

const worded: ReadonlySet<string> = new Set(['done', 'amber', 'red']);

/** What each of the two owes and got done: to date, until the end of the period, and on the whole. */
@Component({
  selector: 'mentoring-pairing-balance',
  imports: [Badge, BeijingDay, TranslocoPipe],
  templateUrl: './pairing-balance.html',
  styleUrl: './pairing-balance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingBalance {
  private readonly words = inject(ObligationWords);

  readonly pairing = input.required<PairingView>();

  protected readonly sides = computed(() => {
    const { obligations, allShares } = this.pairing();
    const sums = sumsOf(obligations, allShares, beijingNow().day);
    return (['mentor', 'mentee'] as const).map((owedBy) => ({
      owedBy,
      lines: sums.filter((sum) => sum.owedBy === owedBy).map((sum) => ({ sum, ...this.drawn(sum) })),
    }));
  });
  protected readonly isEmpty = computed(() => this.pairing().obligations.length === 0);

  private drawn(sum: ObligationSum) {
    const { current } = sum;
    const tone = current?.balance.tone ?? 'none';
    return {
      sentence: this.words.sentence(sum),
      bar: current ? barOf(current) : { filled: 0, mark: 0 },
      word: worded.has(tone) && !sum.isAhead ? tone : null,
    };
  }
}
