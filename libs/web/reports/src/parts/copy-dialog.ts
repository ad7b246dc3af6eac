import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, DialogFrame, Field } from '@qinglan/web-ui';

/** What was to be copied. */
export interface Copied {
  readonly heading: string;
  readonly text: string;
}

/** A text that could not be put into the clipboard. */
@Component({
  selector: 'reports-copy-dialog',
  imports: [Control, DialogFrame, Field, TranslocoPipe],
  template: `
    <ui-dialog [heading]="copied.heading" [dismissal]="'ui.close' | transloco">
      <ui-field [label]="'reports.copyByHand' | transloco">
        <textarea
          uiControl
          readonly
          rows="10"
          name="text"
          [value]="copied.text"
          (focus)="$any($event.target).select()"
        ></textarea>
      </ui-field>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyDialog {
  protected readonly copied = inject<Copied>(DIALOG_DATA);
}
