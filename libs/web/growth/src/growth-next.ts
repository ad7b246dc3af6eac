import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrowthView } from '@qinglan/contracts';
import { endedPairingStates } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Notice } from '@qinglan/web-ui';
import { placeOf } from './shapes';

/** One clear next step, or how it ended. */
@Component({
  selector: 'growth-next',
  imports: [Button, Notice, RouterLink, TranslocoPipe],
  template: `
    <ui-notice [tone]="tone()" [icon]="growth().next && !isOver() ? 'arrow' : null">
      <p>
        <strong>{{ heading() }}</strong>
      </p>
      <p>
        <bdi>{{ text() }}</bdi>
      </p>
      @if (way(); as to) {
        <a uiButton class="no-print" [routerLink]="to.link" [fragment]="to.fragment">{{
          'growth.next.go' | transloco
        }}</a>
      }
    </ui-notice>
  `,
  styles: `
    p {
      margin: 0 0 var(--space-1);
      overflow-wrap: anywhere;
    }
    a {
      margin-block-start: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthNext {
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  protected readonly isOver = computed(() => endedPairingStates.has(this.growth().pairing.state));
  protected readonly tone = computed(() => {
    if (this.isOver()) return this.growth().pairing.state === 'completed' ? 'good' : 'neutral';
    return this.growth().next ? 'accent' : 'good';
  });
  protected readonly heading = computed(() => {
    const { pairing, next } = this.growth();
    if (!this.isOver()) return this.languages.say(next ? 'growth.next.title' : 'growth.next.openTitle');
    const state = this.languages.say(`words.pairingState.${pairing.state}`);
    const outcome = pairing.outcome ? this.languages.say(`words.outcome.${pairing.outcome}`) : '';
    return outcome ? `${state} · ${outcome}` : state;
  });
  protected readonly text = computed(() => {
    const { pairing, next } = this.growth();
    if (this.isOver()) return pairing.reason ?? '';
    if (!next) return this.languages.say(`growth.next.${pairing.state === 'assessing' ? 'result' : 'assess'}`);
    const kind = next.obligation ? this.languages.say(`words.obligationKind.${next.obligation}`) : '';
    const key = `growth.next.step.${next.requirement}`;
    return this.languages.say(key, { kind, have: next.have, need: next.need, left: next.need - next.have });
  });
  protected readonly way = computed(() => {
    const { next, pairing } = this.growth();
    if (!next || this.isOver()) return null;
    const fragment = placeOf[next.requirement];
    return fragment ? { link: [], fragment } : { link: ['/pairings', pairing.id], fragment: undefined };
  });
}
