import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, IconButton } from '@qinglan/web-ui';
import { movedUp, without, type Ranked } from './ranking';

/** People in the order that somebody gave them: each can go up or out. */
@Component({
  selector: 'matching-ranked-list',
  imports: [Icon, IconButton, TranslocoPipe],
  template: `
    <ol>
      @for (one of people(); track one.id; let at = $index) {
        <li>
          <span class="place figures" aria-hidden="true">{{ at + 1 }}</span>
          <span class="who">
            <strong
              ><bdi>{{ one.name }}</bdi></strong
            >
            <small class="soft"
              ><bdi>{{ one.hint }}</bdi></small
            >
          </span>
          <button
            uiIconButton
            type="button"
            [disabled]="at === 0 || disabled()"
            [attr.aria-label]="'matching.rank.up' | transloco: { name: one.name }"
            (click)="changed.emit(up(at))"
          >
            <ui-icon name="down" class="up" />
          </button>
          <button
            uiIconButton
            type="button"
            [disabled]="disabled()"
            [attr.aria-label]="'matching.rank.out' | transloco: { name: one.name }"
            (click)="changed.emit(out(at))"
          >
            <ui-icon name="close" />
          </button>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-1) var(--space-1) var(--space-1) var(--space-3);
      border: 1px solid var(--accent-line);
      border-radius: var(--radius);
      background: var(--accent-surface);
    }
    .place {
      flex: none;
      inline-size: 1.75rem;
      font-weight: 700;
      color: var(--accent-text);
    }
    .who {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      font-size: var(--size-small);
    }
    .up {
      transform: rotate(180deg);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankedList {
  readonly people = input.required<readonly Ranked[]>();
  readonly disabled = input(false);
  readonly changed = output<readonly Ranked[]>();

  protected readonly up = (at: number): readonly Ranked[] => movedUp(this.people(), at);
  protected readonly out = (at: number): readonly Ranked[] => without(this.people(), at);
}
