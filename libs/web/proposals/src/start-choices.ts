import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SecondClock } from '@qinglan/web-platform';
import { Button } from '@qinglan/web-ui';
import { LessonWords, type Ends } from './lesson-words';
import type { Start } from './shapes';

const few = 3;

/** Other starts of a day, one tap away, best first. */
@Component({
  selector: 'proposals-start-choices',
  imports: [Button, SecondClock, TranslocoPipe],
  template: `
    <p>{{ label() }}</p>
    <div class="starts">
      @for (start of shown(); track start.startsAt) {
        <button type="button" class="start" (click)="chosen.emit(start)">
          <span class="time figures" dir="ltr">{{ start.startsAt }}–{{ start.endsAt }}</span>
          <span class="what">{{ words.periods(start, ends()) }} · {{ words.shifts(start, ends()) }}</span>
          @if (start.startsAt | secondClock; as second) {
            <span class="what">{{ second }}</span>
          }
        </button>
      }
      @if (starts().length > shown().length) {
        <button uiButton="quiet" type="button" (click)="isOpen.set(true)">
          {{ 'proposals.moreStarts' | transloco: { n: starts().length - shown().length } }}
        </button>
      }
    </div>
  `,
  styles: `
    p {
      margin: var(--space-1) 0;
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    .starts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    .start {
      display: grid;
      min-block-size: var(--touch);
      padding: var(--space-1) var(--space-3);
      border: 1px solid var(--accent-line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--accent-text);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .start:hover {
      background: var(--accent-surface);
    }
    .time {
      font-weight: 600;
      text-align: start;
      justify-self: start;
    }
    .what {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartChoices {
  protected readonly words = inject(LessonWords);

  readonly label = input.required<string>();
  readonly starts = input.required<readonly Start[]>();
  readonly ends = input.required<Ends>();
  readonly chosen = output<Start>();

  protected readonly isOpen = signal(false);
  protected readonly shown = computed(() => (this.isOpen() ? this.starts() : this.starts().slice(0, few)));
}
