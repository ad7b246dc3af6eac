import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ItemView, moveSitting, type Problem, type SittingView } from '@qinglan/contracts';
import { minutesOf, Temporal } from '@qinglan/domain';
import { ApiClient, beijingClock, beijingDate, beijingNow, problemOf, ProblemText } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { SittingClashes } from './sitting-clashes';
import { lengths, startOf } from './sitting-time';

const lengthOf = ({ startsAt, endsAt }: SittingView): number =>
  minutesOf({ startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) });

/** Moves a sitting: a day, a time, a length, a reason. */
@Component({
  selector: 'programme-move-sitting-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, SittingClashes, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'programme.sitting.moveHeading' | transloco"
      [act]="'programme.sitting.move' | transloco"
      [busy]="busy()"
      [disabled]="!isReady()"
      (acted)="send()"
    >
      <div class="stack">
        <div class="fields">
          <ui-field [label]="'programme.sitting.day' | transloco">
            <input uiControl type="date" name="day" required [min]="today" [(ngModel)]="day" />
          </ui-field>
          <ui-field [label]="'programme.sitting.time' | transloco">
            <input uiControl type="time" name="time" step="300" required [(ngModel)]="time" />
          </ui-field>
          <ui-field [label]="'programme.sitting.minutes' | transloco">
            <select uiControl name="minutes" [ngModel]="minutes()" (ngModelChange)="minutes.set(+$event)">
              @for (length of choices; track length) {
                <option [value]="length">{{ 'programme.sitting.length' | transloco: { n: length } }}</option>
              }
            </select>
          </ui-field>
        </div>
        <ui-field [label]="'ui.reason' | transloco">
          <textarea uiControl name="reason" rows="2" maxlength="300" required [(ngModel)]="reason"></textarea>
        </ui-field>
        @if (problem(); as one) {
          <ui-notice tone="bad">
            <strong>{{ problems.of(one) }}</strong>
            @if (one.clashes) {
              <programme-sitting-clashes [problem]="one" [busy]="busy()" (taken)="take($event)" />
            }
          </ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveSittingDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<ItemView>>(DialogRef);
  private readonly sitting = inject<SittingView>(DIALOG_DATA);
  protected readonly problems = inject(ProblemText);

  protected readonly today = beijingNow().day;
  protected readonly day = signal(beijingDate(this.sitting.startsAt));
  protected readonly time = signal(beijingClock(this.sitting.startsAt));
  protected readonly minutes = signal(lengthOf(this.sitting));
  protected readonly choices = [...new Set([...lengths, lengthOf(this.sitting)])].sort((a, b) => a - b);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isReady = computed(() => startOf(this.day(), this.time()) !== null && this.reason().trim() !== '');

  protected async take(time: string): Promise<void> {
    this.time.set(time);
    await this.send();
  }

  protected async send(): Promise<void> {
    const startsAt = startOf(this.day(), this.time());
    if (!startsAt) return;
    this.busy.set(true);
    this.problem.set(null);
    const { id: sittingId, version } = this.sitting;
    const body = { startsAt, minutes: this.minutes(), reason: this.reason().trim() };
    try {
      this.dialog.close(await this.api.call(moveSitting, { params: { sittingId }, version, body }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
