import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** Nothing to show, and what to do next: the act is projected. */
@Component({
  selector: 'ui-nothing',
  imports: [Icon],
  template: `
    <span class="sign"><ui-icon [name]="icon()" /></span>
    <p class="title">{{ heading() }}</p>
    @if (hint()) {
      <p class="hint">{{ hint() }}</p>
    }
    <div class="acts"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      padding: var(--space-10) var(--space-4);
      text-align: center;
    }
    .sign {
      display: grid;
      place-items: center;
      inline-size: 3.5rem;
      block-size: 3.5rem;
      border-radius: 50%;
      background: var(--accent-surface);
      color: var(--accent-text);
      font-size: 1.25rem;
    }
    p {
      margin: var(--space-3) 0 0;
      max-inline-size: 32rem;
    }
    .title {
      font-weight: 600;
    }
    .hint {
      margin-block-start: var(--space-1);
      color: var(--text-soft);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-block-start: var(--space-4);
    }
    .acts:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Nothing {
  readonly heading = input.required<string>();
  readonly hint = input('');
  readonly icon = input<IconName>('calendar');
}
