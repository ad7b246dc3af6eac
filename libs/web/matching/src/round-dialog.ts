import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { listCohorts, listStudios, saveMatchingRound, type MatchingRoundView } from '@qinglan/contracts';
import { asId, type MatchingRoundId } from '@qinglan/domain';
import { ApiClient, beijingNow, Languages, ProblemText, remote, SessionStore, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { bodyOf, roundDraftOf, roundFaultsOf, type RoundDraft } from './round-draft';

/** Opens a round or changes what it is about; closes with it as it was saved. */
@Component({
  selector: 'matching-round-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  templateUrl: './round-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<MatchingRoundView>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly sessions = inject(SessionStore);
  protected readonly given = inject<MatchingRoundView | null>(DIALOG_DATA);

  private readonly roundId = this.given?.id ?? asId<MatchingRoundId>(uuid());
  protected readonly draft = signal<RoundDraft>(roundDraftOf(this.given, beijingNow().day));
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly wasSent = signal(false);
  private readonly studioList = remote(() => this.api.call(listStudios, { query: { limit: 200 } }));
  protected readonly isAdministrator = computed(() => this.sessions.hasRole('administrator'));
  /** An administrator opens a round for any studio, a lead for the own ones. */
  protected readonly studios = computed(() =>
    (this.studioList.value()?.items ?? []).filter(
      ({ lead }) => this.isAdministrator() || lead?.id === this.sessions.session()?.person.id,
    ),
  );
  private readonly cohortList = remote(() => this.api.call(listCohorts, {}));
  /** Cohorts that are still here. */
  protected readonly cohorts = computed(() =>
    (this.cohortList.value()?.items ?? []).filter(
      ({ cohort, closedAt }) => closedAt === null || cohort === this.given?.cohort,
    ),
  );
  private readonly faults = computed(() => (this.wasSent() ? roundFaultsOf(this.draft()) : {}));

  protected set(change: Partial<RoundDraft>): void {
    this.draft.update((was) => ({ ...was, ...change }));
  }

  protected faultOf(field: keyof RoundDraft): string | null {
    const fault = this.faults()[field];
    return fault ? this.languages.say(`matching.form.${fault}`) : null;
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (Object.keys(roundFaultsOf(this.draft())).length > 0) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const params = { roundId: this.roundId };
      const body = bodyOf(this.draft());
      this.dialog.close(await this.api.call(saveMatchingRound, { params, body, version: this.given?.version ?? 0 }));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }
}
