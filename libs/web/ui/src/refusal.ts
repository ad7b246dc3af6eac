import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from './button';
import { Notice } from './notice';

/** One who or what is taken, in words: by what, from when to when. */
export interface ClashLine {
  readonly who: string;
  readonly when: string;
  readonly what: string;
  /** Where the reader may look it up; null where it is not hers to know. */
  readonly address: readonly string[] | null;
}

/** Why a meeting does not fit, with who is taken and other starts of the day. */
export interface ShownRefusal {
  readonly title: string;
  /** Empty where nobody is taken. */
  readonly clashes: readonly ClashLine[];
  /** Starts that fit everybody, as wall times of the same day. */
  readonly moves: readonly { readonly startsAt: string; readonly endsAt: string }[];
}

/** Why a meeting does not fit: who is taken and by what, and starts that are free for everybody, one tap away. */
@Component({
  selector: 'ui-refusal',
  imports: [Button, Notice, RouterLink, TranslocoPipe],
  template: `
    <ui-notice tone="bad">
      <strong>{{ refusal().title }}</strong>
      @if (refusal().clashes.length > 0) {
        <ul>
          @for (clash of refusal().clashes; track $index) {
            <li>
              <strong
                ><bdi>{{ clash.who }}</bdi></strong
              >
              <span class="figures"
                ><bdi>{{ clash.when }}</bdi></span
              >
              <bdi>{{ clash.what }}</bdi>
              @if (clash.address; as address) {
                <a [routerLink]="address" target="_blank" rel="noopener">{{ 'ui.clash.open' | transloco }}</a>
              }
            </li>
          }
        </ul>
        @if (instead()) {
          <p>{{ instead() }}</p>
        } @else if (refusal().moves.length > 0) {
          <p>{{ 'ui.clash.moves' | transloco }}</p>
          <div class="row">
            @for (move of refusal().moves; track move.startsAt) {
              <button uiButton type="button" [busy]="busy()" (click)="taken.emit(move.startsAt)">
                <span class="figures">{{ move.startsAt }}–{{ move.endsAt }}</span>
              </button>
            }
          </div>
        } @else {
          <p>{{ 'ui.clash.noMoves' | transloco }}</p>
        }
      }
    </ui-notice>
  `,
  styles: `
    ul {
      margin: var(--space-2) 0;
      padding-inline-start: var(--space-4);
      overflow-wrap: anywhere;
    }
    li > :not(:last-child) {
      margin-inline-end: var(--space-2);
    }
    p {
      margin: var(--space-3) 0 var(--space-2);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Refusal {
  readonly refusal = input.required<ShownRefusal>();
  readonly busy = input(false);
  /** What helps here where another time is no way out. */
  readonly instead = input('');
  /** The start that was chosen, Beijing time of the same day. */
  readonly taken = output<string>();
}
