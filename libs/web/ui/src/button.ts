import { Directive, input } from '@angular/core';

/** How much a button asks for: one `strong` a view; `quiet` in rows and bars. */
export type ButtonLook = 'strong' | 'usual' | 'quiet' | 'danger';

/** A button or a link that looks like one: `<button uiButton="strong" type="button">`. Styled in styles/_button.scss. */
@Directive({
  selector: 'button[uiButton], a[uiButton]',
  host: {
    class: 'ui-button',
    '[attr.data-look]': 'look()',
    '[attr.data-busy]': 'busy() || null',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
    '(click)': 'holdWhileBusy($event)',
  },
})
export class Button {
  readonly look = input<ButtonLook, ButtonLook | ''>('usual', {
    alias: 'uiButton',
    transform: (look) => look || 'usual',
  });
  /** Its act is under way; a second click does nothing. */
  readonly busy = input(false);

  protected holdWhileBusy(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/** A square button that holds one sign; give it an aria-label. */
@Directive({
  selector: 'button[uiIconButton], a[uiIconButton]',
  host: { class: 'ui-icon-button' },
})
export class IconButton {}
