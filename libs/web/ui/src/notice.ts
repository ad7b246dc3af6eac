import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { toneIcons, type Tone } from './tone';

/** A line that stays: information, a warning, a refusal. Words and acts are projected. */
@Component({
  selector: 'ui-notice',
  imports: [Icon],
  template: `<ui-icon [name]="sign()" />
    <div class="words"><ng-content /></div>`,
  styles: `
    :host {
      display: flex;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--tone-surface);
      color: var(--text);
    }
    ui-icon {
      color: var(--tone-text);
      margin-block-start: 0.1em;
    }
    .words {
      min-inline-size: 0;
      flex: 1;
    }
  `,
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': "tone() === 'bad' ? 'alert' : 'note'", class: 'ui-toned' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly tone = input<Tone>('accent');
  readonly icon = input<IconName | null>(null);

  protected readonly sign = computed(() => this.icon() ?? toneIcons[this.tone()]);
}
