import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { moveActivity, type Problem } from '@qinglan/contracts';
import { minutesOf, Temporal } from '@qinglan/domain';
import {
  ApiClient,
  beijingClock,
  beijingDate,
  beijingNow,
  Languages,
  problemOf,
  ProblemText,
} from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { MeetingClashes } from './meeting-clashes';
import { lengths, startOf } from './meeting-time';
import type { Activity } from './shapes';

const lengthOf = ({ startsAt, endsAt }: Activity): number =>
  minutesOf({ startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) });

/** Moves a meeting: a day, a time, a length, a reason. */
@Component({
  selector: 'studios-move-activity-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, MeetingClashes, Notice, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'studios.move.heading' | transloco"
      [act]="'studios.move.act' | transloco"
      [busy]="busy()"
      (acted)="send()"
    >
      <div class="stack">
        <div class="fields">
          <ui-field [label]="'studios.arrange.day' | transloco" [fault]="dayFault()">
            <input uiControl type="date" name="day" required [min]="today" [(ngModel)]="day" />
          </ui-field>
          <ui-field [label]="'studios.arrange.time' | transloco">
            <input uiControl type="time" name="time" step="300" required [(ngModel)]="time" />
          </ui-field>
          <ui-field [label]="'studios.arrange.minutes' | transloco">
            <select uiControl name="minutes" [ngModel]="minutes()" (ngModelChange)="minutes.set(+$event)">
              @for (length of choices; track length) {
                <option [value]="length">{{ 'studios.arrange.length' | transloco: { n: length } }}</option>
              }
            </select>
          </ui-field>
        </div>
        <ui-field [label]="'ui.reason' | transloco" [fault]="reasonFault()">
          <textarea uiControl name="reason" rows="2" maxlength="300" required [(ngModel)]="reason"></textarea>
        </ui-field>
        @if (problem(); as one) {
          <ui-notice tone="bad">
            <strong>{{ problems.of(one) }}</strong>
            @if (one.clashes) {
              <studios-meeting-clashes [problem]="one" [busy]="busy()" (taken)="take($event)" />
            }
          </ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveActivityDialog {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly dialog = inject<DialogRef<Activity>>(DialogRef);
  private readonly activity = inject<Activity>(DIALOG_DATA);
  protected readonly problems = inject(ProblemText);

  protected readonly today = beijingNow().day;
  protected readonly day = signal(beijingDate(this.activity.startsAt));
  protected readonly time = signal(beijingClock(this.activity.startsAt));
  protected readonly minutes = signal(lengthOf(this.activity));
  protected readonly choices = [...new Set([...lengths, lengthOf(this.activity)])].sort((a, b) => a - b);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wasSent = signal(false);
  private readonly startsAt = computed(() => startOf(this.day(), this.time()));
  protected readonly dayFault = computed(() => this.missing(this.startsAt() === null, 'when'));
  protected readonly reasonFault = computed(() => this.missing(this.reason().trim() === '', 'reason'));

  protected async take(time: string): Promise<void> {
    this.time.set(time);
    await this.send();
  }

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    const startsAt = this.startsAt();
    if (!startsAt || this.reason().trim() === '') return;
    this.busy.set(true);
    this.problem.set(null);
    const { id: activityId, version } = this.activity;
    const body = { startsAt, minutes: this.minutes(), reason: this.reason().trim() };
    try {
      this.dialog.close(await this.api.call(moveActivity, { params: { activityId }, version, body }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private missing(isMissing: boolean, what: 'when' | 'reason'): string | null {
    return this.wasSent() && isMissing ? this.languages.say(`studios.arrange.lack.${what}`) : null;
  }
}
