import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { iconPaths, mirroredIcons, type IconName } from './icon-paths';

/** A drawn sign of 20 px that takes the colour of its text; it says nothing to screen readers. */
@Component({
  selector: 'ui-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: 1.25em;
      block-size: 1.25em;
      vertical-align: -0.25em;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    :host-context([dir='rtl']).mirrored svg {
      transform: scaleX(-1);
    }
  `,
  host: { '[class.mirrored]': 'isMirrored()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();

  protected readonly path = computed(() => iconPaths[this.name()]);
  protected readonly isMirrored = computed(() => mirroredIcons.has(this.name()));
}
