import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { inviteToActivity } from '@qinglan/contracts';
import { fewestPeople } from '@qinglan/domain';
import { ApiClient, type FoundPerson, PeopleSearch, RefusalWords } from '@qinglan/web-platform';
import { DialogFrame, Notice, Refusal, SearchMany, type ShownRefusal } from '@qinglan/web-ui';
import type { Activity } from './shapes';

/** Changes who takes part: who comes in has to be free then, who goes is free again. */
@Component({
  selector: 'studios-invite-dialog',
  imports: [DialogFrame, Notice, Refusal, SearchMany, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'studios.invite.heading' | transloco"
      [act]="'studios.invite.act' | transloco"
      [busy]="busy()"
      (acted)="send()"
    >
      <div class="stack">
        <p class="soft small">{{ 'studios.invite.hint' | transloco }}</p>
        <ui-search-many
          [label]="'studios.invite.add' | transloco"
          [hint]="'studios.arrange.guestsHint' | transloco"
          [choices]="search.choices()"
          [waiting]="search.isWaiting()"
          [(chosen)]="people"
          (search)="search.words.set($event)"
        />
        @if (isTooFew()) {
          <ui-notice tone="warn">{{ 'studios.invite.tooFew' | transloco }}</ui-notice>
        }
        @if (refusal(); as one) {
          <ui-refusal [refusal]="one" [instead]="'studios.clash.moveFirst' | transloco" />
        }
      </div>
    </ui-dialog>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
  providers: [PeopleSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<Activity>>(DialogRef);
  private readonly activity = inject<Activity>(DIALOG_DATA);
  private readonly refusals = inject(RefusalWords);
  protected readonly search = inject(PeopleSearch);

  protected readonly people = signal<readonly FoundPerson[]>(
    this.activity.participants.map(({ id, name, school }) => ({ value: id, label: name, hint: school })),
  );
  protected readonly busy = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly refusal = signal<ShownRefusal | null>(null);
  protected readonly isTooFew = computed(() => this.wasSent() && this.people().length < fewestPeople);

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    this.refusal.set(null);
    if (this.isTooFew()) return;
    this.busy.set(true);
    const { id: activityId, version } = this.activity;
    const body = { personIds: this.people().map(({ value }) => value) };
    try {
      this.dialog.close(await this.api.call(inviteToActivity, { params: { activityId }, version, body }));
    } catch (error) {
      this.refusal.set(this.refusals.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
