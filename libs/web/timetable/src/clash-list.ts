import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem } from '@qinglan/contracts';
import { BeijingDateTime, BeijingTime } from '@qinglan/web-platform';
import { Button } from '@qinglan/web-ui';

type Clash = NonNullable<Problem['clashes']>[number];

/** What is in the way: the rule, the party, the lesson, and other starts one tap away. */
@Component({
  selector: 'app-clash-list',
  imports: [BeijingDateTime, BeijingTime, Button, TranslocoPipe],
  template: `
    <ul>
      @for (clash of clashes(); track $index) {
        <li>
          <p>
            <strong>{{ 'timetable.clash.' + clash.rule | transloco }}</strong>
            {{ 'words.partyRole.' + clash.role | transloco }} <bdi>{{ clash.party.name }}</bdi>
          </p>
          <p class="small">
            {{ clash.inTheWay.startsAt | beijingDateTime }}–{{ clash.inTheWay.endsAt | beijingTime }}
            @if (clash.inTheWay.activityId) {
              {{ 'timetable.clash.activity' | transloco: clash.inTheWay }}
            } @else if (clash.inTheWay.itemId) {
              {{ 'timetable.clash.item' | transloco: clash.inTheWay }}
            } @else if (clash.inTheWay.subject) {
              {{ clash.inTheWay.subject }} · {{ clash.inTheWay.schools }} ({{
                'words.lessonState.' + clash.inTheWay.state | transloco
              }})
            } @else {
              {{ 'timetable.clash.unseen' | transloco }}
            }
          </p>
        </li>
      }
    </ul>
    @if (moves(); as all) {
      <div class="row">
        @for (window of all; track window.startsAt) {
          <button uiButton type="button" [busy]="busy()" (click)="taken.emit(window.startsAt)">
            {{ 'timetable.clash.moveTo' | transloco: { time: window.startsAt + '–' + window.endsAt } }}
          </button>
        } @empty {
          <p>{{ 'timetable.clash.noMoves' | transloco }}</p>
        }
      </div>
    }
  `,
  styles: `
    ul {
      margin: var(--space-2) 0;
      padding-inline-start: var(--space-4);
    }
    li + li {
      margin-block-start: var(--space-2);
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClashList {
  readonly clashes = input.required<readonly Clash[]>();
  readonly busy = input(false);
  /** The start that was chosen, Beijing time of the same day. */
  readonly taken = output<string>();

  /** Starts that every clash proposes: only those free the whole cast. */
  protected moves(): Clash['moves'] {
    const [first, ...others] = this.clashes();
    return (first?.moves ?? []).filter((move) =>
      others.every((clash) => clash.moves.some((other) => other.startsAt === move.startsAt)),
    );
  }
}
