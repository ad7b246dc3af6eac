import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveStudio } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, PeopleSearch, ProblemText } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, SearchSelect } from '@qinglan/web-ui';
import type { Studio } from './shapes';

/** Who leads a studio, and what it works on. */
@Component({
  selector: 'studios-studio-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, SearchSelect, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'studios.edit.heading' | transloco"
      [act]="'studios.save' | transloco"
      [busy]="busy()"
      (acted)="save()"
    >
      <div class="stack">
        <ui-field
          [label]="'studios.edit.subject' | transloco"
          [fault]="subject().trim() === '' ? ('studios.honour.lacks' | transloco) : null"
        >
          <input uiControl name="subject" maxlength="60" required [(ngModel)]="subject" />
        </ui-field>
        <ui-field [label]="'studios.lead' | transloco" [hint]="'studios.edit.leadHint' | transloco">
          <ui-search-select
            [choices]="choices()"
            [(value)]="leadId"
            [waiting]="people.isWaiting()"
            (search)="people.words.set($event)"
          />
        </ui-field>
        @if (problem(); as text) {
          <ui-notice tone="bad">{{ text }}</ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  providers: [PeopleSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StudioDialog {
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);
  private readonly dialog = inject<DialogRef<Studio>>(DialogRef);
  private readonly studio = inject<Studio>(DIALOG_DATA);
  protected readonly people = inject(PeopleSearch);

  protected readonly subject = signal(this.studio.subject);
  protected readonly leadId = signal<PersonId | null>(this.studio.lead?.id ?? null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Who leads now stays to choose, whoever is being looked for. */
  protected readonly choices = computed(() => {
    const { lead } = this.studio;
    const found = this.people.choices().filter(({ value }) => value !== lead?.id);
    return [...(lead ? [{ value: lead.id, label: lead.name, hint: '' }] : []), ...found];
  });

  protected async save(): Promise<void> {
    if (this.subject().trim() === '') return;
    this.busy.set(true);
    this.problem.set(null);
    const { id: studioId, version } = this.studio;
    const body = { subject: this.subject(), leadId: this.leadId() };
    try {
      this.dialog.close(await this.api.call(saveStudio, { params: { studioId }, body, version }));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
