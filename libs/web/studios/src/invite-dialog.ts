import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { inviteToActivity, type Problem } from '@qinglan/contracts';
import { fewestPeople } from '@qinglan/domain';
import { ApiClient, problemOf, ProblemText } from '@qinglan/web-platform';
import { DialogFrame, Notice } from '@qinglan/web-ui';
import { MeetingClashes } from './meeting-clashes';
import { PeoplePicker } from './people-picker';
import type { Found } from './people-search';
import type { Activity } from './shapes';

/** Changes who takes part: who comes in has to be free then, who goes is free again. */
@Component({
  selector: 'studios-invite-dialog',
  imports: [DialogFrame, MeetingClashes, Notice, PeoplePicker, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'studios.invite.heading' | transloco"
      [act]="'studios.invite.act' | transloco"
      [busy]="busy()"
      (acted)="send()"
    >
      <div class="stack">
        <p class="soft small">{{ 'studios.invite.hint' | transloco }}</p>
        <studios-people-picker [label]="'studios.invite.add' | transloco" [(people)]="people" />
        @if (isTooFew()) {
          <ui-notice tone="warn">{{ 'studios.invite.tooFew' | transloco }}</ui-notice>
        }
        @if (problem(); as one) {
          <ui-notice tone="bad">
            <strong>{{ problems.of(one) }}</strong>
            @if (one.clashes) {
              <studios-meeting-clashes [problem]="one" [mayMove]="false" />
            }
          </ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<Activity>>(DialogRef);
  private readonly activity = inject<Activity>(DIALOG_DATA);
  protected readonly problems = inject(ProblemText);

  protected readonly people = signal<readonly Found[]>(this.activity.participants);
  protected readonly busy = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isTooFew = computed(() => this.wasSent() && this.people().length < fewestPeople);

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    this.problem.set(null);
    if (this.isTooFew()) return;
    this.busy.set(true);
    const { id: activityId, version } = this.activity;
    const body = { personIds: this.people().map(({ id }) => id) };
    try {
      this.dialog.close(await this.api.call(inviteToActivity, { params: { activityId }, version, body }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
