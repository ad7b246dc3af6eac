import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingPlan, MatchingRoundView } from '@qinglan/contracts';
import { Button } from '@qinglan/web-ui';
import { ReasonWords } from './reason-words';
import { RoundStore } from './round.store';
import type { WantedRule } from './rule-words';

/** Whoever a plan leaves out, with what is in the way. */
@Component({
  selector: 'matching-plan-gaps',
  imports: [Button, TranslocoPipe],
  template: `
    <h3>{{ 'matching.gap.title' | transloco: { n: plan().figures.unplaced } }}</h3>
    <ul>
      @for (gap of rows().items; track gap.mentee.id) {
        <li>
          <strong
            ><bdi>{{ gap.mentee.name }}</bdi></strong
          >
          <span class="soft"
            ><bdi>{{ gap.mentee.school.shortName }}</bdi></span
          >
          <bdi class="why">{{ words.gap(gap.reasons) }}</bdi>
          @if (mayRule()) {
            <button
              uiButton="quiet"
              type="button"
              (click)="ruled.emit({ mentee: gap.mentee, mentor: null, rule: 'pin' })"
            >
              {{ 'matching.rule.name' | transloco }}<span class="visually-hidden"> {{ gap.mentee.name }}</span>
            </button>
          }
        </li>
      }
    </ul>
    @if (rows().next !== null) {
      <button uiButton type="button" [busy]="isLoading()" (click)="more()">{{ 'ui.more' | transloco }}</button>
    }
  `,
  styleUrl: './plan-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanGaps {
  private readonly store = inject(RoundStore);
  protected readonly words = inject(ReasonWords);

  readonly round = input.required<MatchingRoundView>();
  readonly plan = input.required<MatchingPlan>();
  readonly kind = input.required<'optimal' | 'stable'>();
  readonly mayRule = input(false);
  readonly ruled = output<WantedRule>();

  protected readonly rows = linkedSignal(() => this.plan().unplaced);
  protected readonly isLoading = signal(false);

  protected async more(): Promise<void> {
    const { items, next } = this.rows();
    if (next === null) return;
    this.isLoading.set(true);
    try {
      const found = await this.store.unplaced(this.round(), { plan: this.kind(), after: next });
      this.rows.set({ items: [...items, ...found.items], next: found.next });
    } finally {
      this.isLoading.set(false);
    }
  }
}
