import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import { matchingWeightNames, mostWeight, usualWeights, type MatchingWeights } from '@qinglan/domain';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import { Acting } from './acting';
import { bodyOf, roundDraftOf } from './round-draft';
import { RoundStore } from './round.store';
import { told } from './told';

/** What counts how much: each weight with what it does, in plain words. */
@Component({
  selector: 'matching-weights-form',
  imports: [Button, Control, Field, Icon, TranslocoPipe],
  template: `
    <details [open]="isChanged()">
      <summary>
        <h2>{{ 'matching.weights.title' | transloco }}</h2>
      </summary>
      <div class="stack">
        <p class="soft">
          <bdi>{{ 'matching.weights.hint' | transloco }}</bdi>
        </p>
        <div class="fields">
          @for (name of names; track name) {
            <ui-field
              [label]="'matching.weights.' + name | transloco"
              [hint]="'matching.weights.' + name + 'Hint' | transloco"
            >
              <input
                uiControl
                type="number"
                inputmode="numeric"
                min="0"
                [max]="most"
                step="5"
                [value]="weights()[name]"
                [disabled]="round().state === 'closed'"
                (input)="set(name, $event)"
              />
            </ui-field>
          }
        </div>
        @if (round().state !== 'closed') {
          <div class="row">
            <button
              [uiButton]="isChanged() ? 'strong' : 'usual'"
              type="button"
              [disabled]="!isChanged()"
              [busy]="acting.isBusy()"
              (click)="save()"
            >
              {{ (round().state === 'open' ? 'matching.weights.save' : 'matching.weights.saveAndAsk') | transloco }}
            </button>
            <button uiButton="quiet" type="button" (click)="weights.set(usual)">
              <ui-icon name="undo" />{{ 'matching.weights.usual' | transloco }}
            </button>
          </div>
        }
      </div>
    </details>
  `,
  styles: `
    summary {
      min-block-size: var(--touch);
      cursor: pointer;
    }
    h2 {
      display: inline;
    }
    p {
      margin: 0;
    }
    .stack {
      margin-block-start: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeightsForm {
  private readonly store = inject(RoundStore);
  protected readonly acting = inject(Acting);

  readonly round = input.required<MatchingRoundView>();

  protected readonly names = matchingWeightNames;
  protected readonly most = mostWeight;
  protected readonly usual = usualWeights;
  private readonly before = told(() => this.round().weights);
  protected readonly weights = linkedSignal<MatchingWeights>(() => this.before());
  protected readonly isChanged = computed(() =>
    matchingWeightNames.some((name) => this.weights()[name] !== this.round().weights[name]),
  );

  protected set(name: keyof MatchingWeights, event: Event): void {
    const typed = Math.round(Number((event.target as HTMLInputElement).value));
    const points = Math.max(0, Math.min(mostWeight, Number.isFinite(typed) ? typed : 0));
    this.weights.update((was) => ({ ...was, [name]: points }));
  }

  protected async save(): Promise<void> {
    const round = this.round();
    const body = bodyOf({ ...roundDraftOf(round, round.opensOn), weights: this.weights() });
    await this.acting.do(async () => {
      await this.store.save(round, body);
      const saved = this.store.round.value();
      if (saved && saved.state !== 'open') await this.store.ask(saved);
    }, 'weights');
  }
}
