import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, DialogFrame, Field } from '@qinglan/web-ui';

/** What is about to be sent, line by line. */
export interface Sending {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The last look before sending, with a message to the other school. */
@Component({
  selector: 'proposals-propose-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="sending.heading"
      [act]="'proposals.send.act' | transloco"
      (acted)="dialog.close({ message: message().trim() })"
    >
      <ul>
        @for (line of sending.lines; track line) {
          <li>{{ line }}</li>
        }
      </ul>
      <ui-field [label]="'proposals.send.message' | transloco" [optional]="'ui.optional' | transloco">
        <textarea uiControl name="message" rows="3" maxlength="300" [(ngModel)]="message"></textarea>
      </ui-field>
    </ui-dialog>
  `,
  styles: `
    ul {
      margin: 0 0 var(--space-4);
      padding-inline-start: var(--space-5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposeDialog {
  protected readonly dialog = inject<DialogRef<{ readonly message: string }>>(DialogRef);
  protected readonly sending = inject<Sending>(DIALOG_DATA);
  protected readonly message = signal('');
}
