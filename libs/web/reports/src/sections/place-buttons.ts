import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, IconButton } from '@qinglan/web-ui';

/** Moves one of a list up or down; each button says what it moves. */
@Component({
  selector: 'reports-place-buttons',
  imports: [Icon, IconButton, TranslocoPipe],
  template: `
    <button
      uiIconButton
      type="button"
      [disabled]="at() === 0"
      [attr.aria-label]="'reports.arrange.up' | transloco: { name: name() }"
      (click)="moved.emit(-1)"
    >
      <ui-icon class="up" name="down" />
    </button>
    <button
      uiIconButton
      type="button"
      [disabled]="at() === count() - 1"
      [attr.aria-label]="'reports.arrange.down' | transloco: { name: name() }"
      (click)="moved.emit(1)"
    >
      <ui-icon name="down" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    .up {
      rotate: 180deg;
    }
    button:disabled {
      opacity: 0.35;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceButtons {
  readonly at = input.required<number>();
  readonly count = input.required<number>();
  readonly name = input.required<string>();
  readonly moved = output<-1 | 1>();
}
