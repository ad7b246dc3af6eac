import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import type { Tone } from './tone';

/** A state in a word: tone, sign and text together. `<ui-badge tone="good" icon="check">已接受</ui-badge>` */
@Component({
  selector: 'ui-badge',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <ui-icon [name]="name" />
    }
    <span><ng-content /></span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      max-inline-size: 100%;
      padding: 0.0625rem var(--space-2);
      border-radius: var(--radius-small);
      background: var(--tone-surface);
      color: var(--tone-text);
      font-size: var(--size-small);
      font-weight: 500;
      line-height: 1.5;
    }
    ui-icon {
      inline-size: 1em;
      block-size: 1em;
    }
    span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      unicode-bidi: plaintext;
    }
    @media (max-width: 719px) {
      span {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    }
  `,
  host: { '[attr.data-tone]': 'tone()', class: 'ui-toned' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Badge {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName | null>(null);
}
