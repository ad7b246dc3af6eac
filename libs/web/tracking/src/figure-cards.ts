import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TrackingFigures } from '@qinglan/contracts';
import { Icon, type IconName, type Tone } from '@qinglan/web-ui';
import type { ListFilters } from './filters';

/** One figure, and what its link shows. */
interface Card extends Partial<ListFilters> {
  readonly key: string;
  readonly value: number;
  readonly tone: Tone;
  readonly icon: IconName;
}

const toneOf = (value: number, tone: Tone): Tone => (value > 0 ? tone : 'good');

/** The figures on top; each shows in the list whom it counts. */
@Component({
  selector: 'tracking-figure-cards',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <ul class="cards" [attr.aria-label]="'tracking.figures.label' | transloco">
      @for (card of cards(); track card.key) {
        <li>
          <a
            class="card-link"
            [class.current]="isCurrent(card)"
            [attr.aria-current]="isCurrent(card) ? 'true' : null"
            [attr.data-tone]="card.tone"
            routerLink="/tracking"
            [queryParams]="{ reason: card.reason ?? null, state: card.state ?? null }"
            queryParamsHandling="merge"
            fragment="to-act-on"
          >
            <ui-icon [name]="card.icon" />
            <strong class="figures">{{ card.value }}</strong>
            <span>{{ 'tracking.figures.' + card.key | transloco }}</span>
          </a>
        </li>
      }
    </ul>
    <ul class="states" [attr.aria-label]="'tracking.figures.states' | transloco">
      @for (one of figures().states; track one.state) {
        <li>
          <a
            class="state"
            [attr.aria-current]="list().state === one.state ? 'true' : null"
            routerLink="/tracking"
            [queryParams]="{ state: one.state, reason: null }"
            queryParamsHandling="merge"
            fragment="to-act-on"
            >{{ 'words.pairingState.' + one.state | transloco }} <b class="figures">{{ one.pairings }}</b></a
          >
        </li>
      }
    </ul>
  `,
  styleUrl: './figure-cards.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCards {
  readonly figures = input.required<TrackingFigures>();
  readonly list = input.required<ListFilters>();

  protected readonly cards = computed<readonly Card[]>(() => {
    const { running, waiting, red, amber, fair, overdue } = this.figures();
    return [
      { key: 'waiting', value: waiting, tone: toneOf(waiting, 'bad'), icon: 'clock', reason: 'no-contact' },
      { key: 'red', value: red, tone: toneOf(red, 'bad'), icon: 'alert', reason: 'obligation-red' },
      { key: 'amber', value: amber, tone: toneOf(amber, 'warn'), icon: 'alert', reason: 'obligation-amber' },
      { key: 'overdue', value: overdue, tone: toneOf(overdue, 'warn'), icon: 'calendar', reason: 'end-overdue' },
      { key: 'running', value: running, tone: 'neutral', icon: 'people', state: 'running' },
      { key: 'fair', value: fair, tone: 'neutral', icon: 'check', state: 'active' },
    ];
  });

  protected isCurrent({ reason, state }: Card): boolean {
    const list = this.list();
    return list.reason === reason && list.state === state;
  }
}
