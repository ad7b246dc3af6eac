import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingTime } from '@qinglan/web-platform';
import { LessonWords, type Ends } from './lesson-words';
import type { Clash, Start } from './shapes';
import { StartChoices } from './start-choices';

/** What is in the way of one lesson, and where it could go instead. */
@Component({
  selector: 'proposals-clash-list',
  imports: [BeijingTime, RouterLink, StartChoices, TranslocoPipe],
  template: `
    <ul>
      @for (clash of clashes(); track $index) {
        <li>
          {{ words.clash(clash) }}
          <span class="figures" dir="ltr">{{ clash.inTheWay.startsAt | beijingTime: clash.inTheWay.endsAt }}</span>
          @if (clash.inTheWay.lessonId; as lessonId) {
            <a [routerLink]="['/lessons', lessonId]" target="_blank" rel="noopener">{{
              'proposals.clash.open' | transloco
            }}</a>
          } @else if (clash.inTheWay.activityId; as activityId) {
            <a [routerLink]="['/activities', activityId]" target="_blank" rel="noopener">{{
              'proposals.clash.open' | transloco
            }}</a>
          } @else if (clash.inTheWay.itemId; as itemId) {
            <a [routerLink]="['/programme', itemId]" target="_blank" rel="noopener">{{
              'proposals.clash.open' | transloco
            }}</a>
          }
        </li>
      }
    </ul>
    @if (moves().length > 0) {
      <proposals-start-choices
        [label]="'proposals.clash.moves' | transloco"
        [starts]="moves()"
        [ends]="ends()"
        (chosen)="chosen.emit($event)"
      />
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClashList {
  protected readonly words = inject(LessonWords);

  readonly clashes = input.required<readonly Clash[]>();
  readonly ends = input.required<Ends>();
  readonly chosen = output<Start>();

  /** The moves are the day's: each clash of a lesson names the same. */
  protected readonly moves = computed(() => this.clashes().find((clash) => clash.moves.length > 0)?.moves ?? []);
}
