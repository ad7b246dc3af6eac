import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control } from './control';
import { DialogFrame } from './dialog-frame';
import { Field } from './field';
import { Refusal, type ShownRefusal } from './refusal';
import { TimeFields } from './time-fields';

/** A time as fields hold it: a day, a wall time, minutes. */
export interface FieldTime {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
}

/** What is moved, and how it is sent. */
export interface MoveQuestion {
  readonly heading: string;
  /** The word on the button. */
  readonly act: string;
  readonly from: FieldTime;
  readonly today: string;
  readonly lengths: readonly number[];
  /** Null when it was done; else why it does not fit. */
  readonly send: (to: FieldTime & { readonly reason: string }) => Promise<ShownRefusal | null>;
}

/** Moves a meeting: a day, a time, a length, a reason. Closes with true when it was done. */
@Component({
  selector: 'ui-move-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Refusal, TimeFields, TranslocoPipe],
  template: `
    <ui-dialog [heading]="question.heading" [act]="question.act" [busy]="busy()" (acted)="send()">
      <div class="stack">
        <ui-time-fields
          [today]="question.today"
          [lengths]="question.lengths"
          [fault]="isTimeless() ? ('ui.when.lack' | transloco) : null"
          [(day)]="day"
          [(time)]="time"
          [(minutes)]="minutes"
        />
        <ui-field
          [label]="'ui.reason' | transloco"
          [fault]="isUnreasoned() ? ('ui.when.reasonLack' | transloco) : null"
        >
          <textarea uiControl name="reason" rows="2" maxlength="300" required [(ngModel)]="reason"></textarea>
        </ui-field>
        @if (refusal(); as one) {
          <ui-refusal [refusal]="one" [busy]="busy()" (taken)="take($event)" />
        }
      </div>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveDialog {
  private readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly question = inject<MoveQuestion>(DIALOG_DATA);

  protected readonly day = signal(this.question.from.day);
  protected readonly time = signal(this.question.from.time);
  protected readonly minutes = signal(this.question.from.minutes);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<ShownRefusal | null>(null);
  private readonly wasSent = signal(false);
  protected readonly isTimeless = computed(() => this.wasSent() && (this.day() === '' || this.time() === ''));
  protected readonly isUnreasoned = computed(() => this.wasSent() && this.reason().trim() === '');

  /** A start that the answer proposed: one tap takes it. */
  protected async take(time: string): Promise<void> {
    this.time.set(time);
    await this.send();
  }

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    if (this.isTimeless() || this.isUnreasoned()) return;
    this.busy.set(true);
    this.refusal.set(null);
    const to = { day: this.day(), time: this.time(), minutes: this.minutes(), reason: this.reason().trim() };
    const refusal = await this.question.send(to);
    this.busy.set(false);
    if (refusal) this.refusal.set(refusal);
    else this.dialog.close(true);
  }
}
