import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, IconButton, type ButtonLook } from './button';
import { Icon } from './icon';

/** The inside of a dialog: heading, fields, one act and a way out. Enter in a field does the act. */
@Component({
  selector: 'ui-dialog',
  imports: [Button, Icon, IconButton, TranslocoPipe],
  template: `
    <form (submit)="submit($event)" novalidate>
      <header>
        <h2 id="ui-dialog-heading">{{ heading() }}</h2>
        <button uiIconButton type="button" [attr.aria-label]="'ui.close' | transloco" (click)="dialog.close()">
          <ui-icon name="close" />
        </button>
      </header>
      <div class="content"><ng-content /></div>
      <footer>
        <button uiButton type="button" (click)="dialog.close()">{{ dismissal() || ('ui.cancel' | transloco) }}</button>
        @if (act()) {
          <button [uiButton]="look()" type="submit" [busy]="busy()" [disabled]="disabled()">{{ act() }}</button>
        }
      </footer>
    </form>
  `,
  styleUrl: './dialog-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFrame {
  protected readonly dialog = inject(DialogRef);

  readonly heading = input.required<string>();
  /** The word on the button that acts; without it there is only a way out. */
  readonly act = input('');
  readonly dismissal = input('');
  readonly look = input<ButtonLook>('strong');
  readonly busy = input(false);
  readonly disabled = input(false);
  readonly acted = output();

  protected submit(event: Event): void {
    event.preventDefault();
    if (!this.busy() && !this.disabled() && this.act()) this.acted.emit();
  }
}
