import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, DialogFrame, Field } from '@qinglan/web-ui';

/** The text of a reminder, where it could not be put into the clipboard. */
@Component({
  selector: 'reports-reminder-dialog',
  imports: [Control, DialogFrame, Field, TranslocoPipe],
  template: `
    <ui-dialog [heading]="'reports.reminder.title' | transloco" [dismissal]="'ui.close' | transloco">
      <ui-field [label]="'reports.copyByHand' | transloco">
        <textarea
          uiControl
          readonly
          rows="10"
          name="text"
          [value]="text"
          (focus)="$any($event.target).select()"
        ></textarea>
      </ui-field>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReminderDialog {
  protected readonly text = inject<string>(DIALOG_DATA);
}
