import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLesson, ReplyOf } from '@qinglan/contracts';
import type { ClassroomId } from '@qinglan/domain';
import { Icon } from '@qinglan/web-ui';

/** As whom? A classroom that is opened here counts as being there, so nobody sits down unasked. */
@Component({
  selector: 'app-seat-choice',
  imports: [Icon, TranslocoPipe],
  template: `
    <h2>{{ 'live.seat.ask' | transloco }}</h2>
    <ul>
      @for (one of classrooms(); track one.classroomId) {
        <li>
          <button type="button" class="card" (click)="chosen.emit(one.classroomId)">
            <ui-icon name="room" />
            <span>
              <strong>{{ one.name }}</strong>
              <small>{{ 'live.seat.classroomHint' | transloco }}</small>
            </span>
          </button>
        </li>
      }
      @if (mayObserve()) {
        <li>
          <button type="button" class="card" (click)="chosen.emit('observer')">
            <ui-icon name="eye" />
            <span>
              <strong>{{ 'live.seat.observer' | transloco }}</strong>
              <small>{{ 'live.seat.observerHint' | transloco }}</small>
            </span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      max-inline-size: 34rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: flex;
      align-items: center;
      gap: var(--space-4);
      inline-size: 100%;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      border-color: var(--accent-line);
      background: var(--surface-hover);
    }
    ui-icon {
      color: var(--accent-text);
      font-size: 1.5rem;
    }
    strong {
      display: block;
      font-size: var(--size-large);
      overflow-wrap: anywhere;
    }
    small {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeatChoice {
  readonly classrooms = input.required<ReplyOf<typeof readLesson>['mayEnterAs']>();
  readonly mayObserve = input.required<boolean>();
  readonly chosen = output<ClassroomId | 'observer'>();
}
