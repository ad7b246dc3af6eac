import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { listTemplates, readPairing, saveAgreement, type PairingView } from '@qinglan/contracts';
import { isWrittenAsRevision } from '@qinglan/domain';
import { ApiClient, BeijingDay, isProblem, Languages, ProblemText, remote } from '@qinglan/web-platform';
import { Button, Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { draftOf, faultsOf, proposedEnd, unreadOf, type AgreementDraft } from './agreement-draft';
import { ObligationRows } from './obligation-rows';

/** Writes an agreement, from a template or as it stands; closes with the pairing as it was saved. */
@Component({
  selector: 'mentoring-agreement-dialog',
  imports: [BeijingDay, Button, Control, DialogFrame, Field, FormsModule, Notice, ObligationRows, TranslocoPipe],
  templateUrl: './agreement-dialog.html',
  styles: `
    h3 {
      margin: 0 0 var(--space-2);
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<PairingView>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly given = inject<PairingView>(DIALOG_DATA);

  protected readonly pairing = signal(this.given);
  protected readonly draft = signal<AgreementDraft>(draftOf(this.given));
  protected readonly isSaving = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly problem = signal<string | null>(null);

  private readonly templates = remote(() => this.api.call(listTemplates));
  protected readonly choices = computed(() =>
    (this.templates.value()?.items ?? []).filter(({ id, withdrawn }) => !withdrawn || id === this.draft().templateId),
  );
  /** What the length of the chosen template would make of the last day, until it is taken. */
  protected readonly end = computed(() => {
    const template = this.choices().find(({ id }) => id === this.draft().templateId);
    const toDay = template ? proposedEnd(this.draft(), template.months) : null;
    return template && toDay ? { toDay, months: template.months } : null;
  });
  protected readonly writesRevision = computed(() => isWrittenAsRevision(this.pairing().state));
  protected readonly unread = computed(() => unreadOf(this.pairing()).join('；'));
  protected readonly faults = computed(() => (this.wasSent() ? faultsOf(this.draft()) : {}));
  protected readonly daysFault = computed(() => this.words(this.faults().days));
  protected readonly rowsFault = computed(() => this.words(this.faults().obligations));

  protected set(change: Partial<AgreementDraft>): void {
    this.draft.update((was) => ({ ...was, ...change }));
  }

  /** A template brings its obligations and clauses; its length is offered, and no day changes by itself. */
  protected choose(templateId: string): void {
    const template = this.choices().find(({ id }) => id === templateId);
    if (!template) return this.set({ templateId: null });
    const { id, clauses, obligations } = template;
    this.set({ templateId: id, clauses, obligations });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (Object.keys(faultsOf(this.draft())).length > 0) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.send());
    } catch (error) {
      await this.tell(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  private send(): Promise<PairingView> {
    const { id: pairingId, version } = this.pairing();
    const { obligations, ...draft } = this.draft();
    const body = { ...draft, obligations: [...obligations] };
    return this.api.call(saveAgreement, { params: { pairingId }, body, version });
  }

  /** Somebody else was quicker: the form keeps what was typed, and saves over the newest once it was looked at. */
  private async tell(error: unknown): Promise<void> {
    if (!isProblem(error, 'stale')) return this.problem.set(this.problems.of(error));
    const params = { pairingId: this.pairing().id };
    this.pairing.set(await this.api.call(readPairing, { params }).catch(() => this.pairing()));
    this.draft.set(draftOf(this.pairing()));
    this.problem.set(this.languages.say('mentoring.agreement.stale'));
  }

  private words(fault: string | undefined): string | null {
    return fault ? this.languages.say(`mentoring.editor.${fault}`) : null;
  }
}
