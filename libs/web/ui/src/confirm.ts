import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, Injectable, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ButtonLook } from './button';
import { Control } from './control';
import { DialogFrame } from './dialog-frame';
import { Dialogs } from './dialogs';
import { Field } from './field';

/** What is asked before something is done. */
export interface Question {
  readonly heading: string;
  readonly text?: string;
  /** The word on the button. */
  readonly act: string;
  /** The word on the way out, where "cancel" itself could be taken for the act. */
  readonly dismissal?: string;
  readonly look?: ButtonLook;
  /** A textarea for the reason; `needed` holds the button back until something is written. */
  readonly reason?: 'optional' | 'needed';
  readonly reasonLabel?: string;
}

/** Asks with `Confirm`; not opened directly. */
@Component({
  selector: 'ui-confirm',
  imports: [Control, DialogFrame, Field, FormsModule, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="question.heading"
      [act]="question.act"
      [dismissal]="question.dismissal ?? ''"
      [look]="question.look ?? 'strong'"
      [disabled]="isIncomplete()"
      (acted)="dialog.close({ reason: reason().trim() })"
    >
      @if (question.text; as text) {
        <p>{{ text }}</p>
      }
      @if (question.reason) {
        <ui-field
          [label]="question.reasonLabel ?? ('ui.reason' | transloco)"
          [optional]="question.reason === 'optional' ? ('ui.optional' | transloco) : null"
        >
          <textarea uiControl name="reason" rows="3" maxlength="300" [(ngModel)]="reason"></textarea>
        </ui-field>
      }
    </ui-dialog>
  `,
  styles: `
    p {
      margin: 0 0 var(--space-3);
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly dialog = inject<DialogRef<{ reason: string }>>(DialogRef);
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly isIncomplete = computed(() => this.question.reason === 'needed' && this.reason().trim() === '');
}

/** `const yes = await confirm.ask({...})`: null when dismissed, else the reason that was written. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(Dialogs);

  async ask(question: Question): Promise<{ readonly reason: string } | null> {
    return (await this.dialogs.open<{ reason: string }>(ConfirmDialog, question, 'narrow')) ?? null;
  }
}
