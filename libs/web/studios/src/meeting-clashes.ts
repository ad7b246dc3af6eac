import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem } from '@qinglan/contracts';
import { BeijingTime } from '@qinglan/web-platform';
import { Button } from '@qinglan/web-ui';

/** Who is taken and by what, as far as the reader may know, and starts that are free for everybody, one tap away. */
@Component({
  selector: 'studios-meeting-clashes',
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
          @if (way.lessonId; as lessonId) {
            {{ 'studios.clash.lesson' | transloco: { subject: way.subject, schools: way.schools } }}
            <a [routerLink]="['/lessons', lessonId]" target="_blank" rel="noopener">{{
              'studios.clash.open' | transloco
            }}</a>
          } @else if (way.activityId; as activityId) {
            {{ 'studios.clash.activity' | transloco: { title: way.subject } }}
            <a [routerLink]="['/activities', activityId]" target="_blank" rel="noopener">{{
              'studios.clash.open' | transloco
            }}</a>
          } @else if (way.itemId; as itemId) {
            {{ 'studios.clash.item' | transloco: { title: way.subject } }}
            <a [routerLink]="['/programme', itemId]" target="_blank" rel="noopener">{{
              'studios.clash.open' | transloco
            }}</a>
          } @else {
            {{ 'studios.clash.unseen' | transloco }}
          }
        </li>
      }
    </ul>
    @if (!mayMove()) {
      <p>{{ 'studios.clash.moveFirst' | transloco }}</p>
    } @else if (moves().length > 0) {
      <p>{{ 'studios.clash.moves' | transloco }}</p>
      <div class="row">
        @for (move of moves(); track move.startsAt) {
          <button uiButton type="button" [busy]="busy()" (click)="taken.emit(move.startsAt)">
            <span class="figures">{{ move.startsAt }}–{{ move.endsAt }}</span>
          </button>
        }
      </div>
    } @else {
      <p>{{ 'studios.clash.noMoves' | transloco }}</p>
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
export class MeetingClashes {
  readonly problem = input.required<Problem>();
  readonly busy = input(false);
  /** Is another time a way out here? */
  readonly mayMove = input(true);
  /** The start that was chosen, Beijing time of the same day. */
  readonly taken = output<string>();

  protected readonly clashes = computed(() => this.problem().clashes ?? []);
  /** The same for every clash: they fit everybody. */
  protected readonly moves = computed(() => this.clashes()[0]?.moves ?? []);
}
