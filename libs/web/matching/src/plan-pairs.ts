import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingPlan, MatchingPlanPair, MatchingRoundView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Badge, Button, Cell, type Column, DataList, RowActs } from '@qinglan/web-ui';
import { laidLook } from './round-look';
import { ReasonWords } from './reason-words';
import { RoundStore } from './round.store';
import type { WantedRule } from './rule-words';

/** The pairs of a plan, each with its sentence, and for the keeper what they come to. */
@Component({
  selector: 'matching-plan-pairs',
  imports: [Badge, Button, Cell, DataList, RouterLink, RowActs, TranslocoPipe],
  templateUrl: './plan-pairs.html',
  styleUrl: './plan-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanPairs {
  private readonly languages = inject(Languages);
  private readonly store = inject(RoundStore);
  protected readonly words = inject(ReasonWords);

  readonly round = input.required<MatchingRoundView>();
  readonly plan = input.required<MatchingPlan>();
  readonly kind = input.required<'optimal' | 'stable'>();
  readonly mayRule = input(false);
  readonly ruled = output<WantedRule>();

  /** The first page came with the plan. */
  protected readonly rows = linkedSignal(() => this.plan().pairs);
  protected readonly isLoading = signal(false);
  protected readonly keyOf = ({ mentee }: MatchingPlanPair): string => mentee.id;
  protected readonly lookOf = (pair: MatchingPlanPair) => (pair.laid ? laidLook(pair.laid.state) : null);
  /** What a keeper ruled, a coordinator does not undo. */
  protected readonly mayFree = ({ rule }: MatchingPlanPair): boolean =>
    rule !== null && (this.round().mayKeep || !rule.isByKeeper);
  protected readonly columns = computed<readonly Column<MatchingPlanPair>[]>(() => [
    { key: 'mentee', label: this.say('mentee') },
    { key: 'mentor', label: this.say('mentor') },
    { key: 'why', label: this.say('why') },
    ...(this.round().mayKeep
      ? [{ key: 'worth', label: this.say('worth'), numeric: true, text: ({ worth }: MatchingPlanPair) => worth }]
      : []),
    { key: 'stands', label: this.say('stands') },
  ]);

  protected async more(): Promise<void> {
    const { items, next } = this.rows();
    if (next === null) return;
    this.isLoading.set(true);
    try {
      const found = await this.store.pairs(this.round(), { plan: this.kind(), after: next });
      this.rows.set({ items: [...items, ...found.items], next: found.next });
    } finally {
      this.isLoading.set(false);
    }
  }

  private say(key: string): string {
    return this.languages.say(`matching.plan.${key}`);
  }
}
