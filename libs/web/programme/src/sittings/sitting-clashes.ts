import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem } from '@qinglan/contracts';
import { BeijingTime } from '@qinglan/web-platform';
import { Button } from '@qinglan/web-ui';

/** Who or what is taken, by what as far as the reader may know it, and other starts of the day, one tap away. */
@Component({
  selector: 'programme-sitting-clashes',
  imports: [BeijingTime, Button, RouterLink, TranslocoPipe],
  template: `
    <ul>
      @for (clash of clashes(); track $index) {
        @let way = clash.inTheWay;
        <li>
          <strong
            ><bdi>{{ clash.party.name }}</bdi></strong
          >
          <span class="figures">{{ way.startsAt | beijingTime: way.endsAt }}</span>
          @if (way.subject) {
            <bdi>{{ way.subject }}</bdi>
          } @else {
            {{ 'programme.sitting.unseen' | transloco }}
          }
          @if (way.itemId; as itemId) {
            <a [routerLink]="['/programme', itemId]" target="_blank" rel="noopener">{{
              'programme.sitting.open' | transloco
            }}</a>
          }
        </li>
      }
    </ul>
    @if (moves().length > 0) {
      <p>{{ 'programme.sitting.moves' | transloco }}</p>
      <div class="row">
        @for (move of moves(); track move.startsAt) {
          <button uiButton type="button" [busy]="busy()" (click)="taken.emit(move.startsAt)">
            <span class="figures">{{ move.startsAt }}–{{ move.endsAt }}</span>
          </button>
        }
      </div>
    }
  `,
  styles: `
    ul {
      margin: var(--space-2) 0;
      padding-inline-start: var(--space-4);
      overflow-wrap: anywhere;
    }
    strong,
    .figures {
      margin-inline-end: var(--space-2);
    }
    p {
      margin: var(--space-3) 0 var(--space-2);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SittingClashes {
  readonly problem = input.required<Problem>();
  readonly busy = input(false);
  /** The start that was chosen, Beijing time of the same day. */
  readonly taken = output<string>();

  protected readonly clashes = computed(() => this.problem().clashes ?? []);
  protected readonly moves = computed(() => this.clashes()[0]?.moves ?? []);
}
