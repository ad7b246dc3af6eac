import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon } from '@qinglan/web-ui';
import { Acting } from './acting';
import { laidLook } from './round-look';
import { RoundStore } from './round.store';

type Laid = MatchingRoundView['laid'][number];

/** The pairs of the reader that were laid before the two: yes or no to each. */
@Component({
  selector: 'matching-laid-pairs',
  imports: [Badge, Button, Icon, RouterLink, TranslocoPipe],
  template: `
    <section aria-labelledby="laid">
      <h2 id="laid">{{ 'matching.laid.title' | transloco }}</h2>
      <ul>
        @for (pair of round().laid; track pair.pairingId) {
          <li class="card" [class.asks]="pair.mayConsent">
            <p class="soft small">
              {{ (round().part === 'mentor' ? 'matching.laid.mentee' : 'matching.laid.mentor') | transloco }}
            </p>
            <p class="who">
              <strong
                ><bdi>{{ pair.other.name }}</bdi></strong
              >
              <ui-badge [tone]="lookOf(pair).tone" [icon]="lookOf(pair).icon">{{
                'words.pairingState.' + pair.state | transloco
              }}</ui-badge>
            </p>
            <p class="soft">
              <bdi>{{ pair.other.school.name }}</bdi>
              @if (pair.other.subject; as subject) {
                · <bdi>{{ subject }}</bdi>
              }
            </p>
            @if (pair.other.specialities.length > 0) {
              <p class="soft small">
                <bdi>{{ pair.other.specialities.join('、') }}</bdi>
              </p>
            }
            @if (pair.mayConsent) {
              <p>
                <bdi>{{ 'matching.laid.ask' | transloco }}</bdi>
              </p>
              <div class="row">
                <button uiButton="strong" type="button" [busy]="acting.isBusy()" (click)="agree(pair)">
                  <ui-icon name="check" />{{ 'matching.laid.yes' | transloco }}
                </button>
                <button uiButton type="button" (click)="decline(pair)">{{ 'matching.laid.no' | transloco }}</button>
              </div>
            } @else {
              @if (pair.state === 'consenting') {
                <p class="soft">
                  <bdi>{{ 'matching.laid.waiting' | transloco }}</bdi>
                </p>
              }
              <a uiButton="quiet" [routerLink]="['/pairings', pair.pairingId]">
                <ui-icon name="arrow" />{{ 'matching.laid.toPairing' | transloco }}
              </a>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    h2,
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      gap: var(--space-3);
      margin: var(--space-3) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--space-2);
      align-content: start;
      justify-items: start;
    }
    .asks {
      border-color: var(--accent);
      background: var(--accent-surface);
    }
    .asks .soft {
      color: var(--text);
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      font-size: var(--size-large);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LaidPairs {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly store = inject(RoundStore);
  protected readonly acting = inject(Acting);

  readonly round = input.required<MatchingRoundView>();

  protected readonly lookOf = ({ state }: Laid) => laidLook(state);

  protected async agree(pair: Laid): Promise<void> {
    await this.acting.do(() => this.store.consent(pair, { consents: true }), 'agreed');
  }

  protected async decline(pair: Laid): Promise<void> {
    const said = await this.confirm.ask({
      heading: this.languages.say('matching.laid.declineTitle', { name: pair.other.name }),
      text: this.languages.say('matching.laid.declineText'),
      act: this.languages.say('matching.laid.no'),
      reason: 'needed',
    });
    if (said) await this.acting.do(() => this.store.consent(pair, { consents: false, ...said }), 'declined');
  }
}
