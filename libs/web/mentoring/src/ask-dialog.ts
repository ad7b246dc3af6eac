import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { askObservation, listObservableLessons } from '@qinglan/contracts';
import { asId, type LessonId, type ObservationRequestId } from '@qinglan/domain';
import {
  ApiClient,
  BeijingDateTime,
  beijingDate,
  beijingNow,
  Languages,
  ProblemText,
  remote,
  uuid,
} from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { askFaultsOf, firstDayToAsk, momentOf, type AskDraft, type Direction } from './ask-draft';
import { ChoiceChips } from './choice-chips';
import type { VisitGiven } from './visit-dialog';
import { WithWhom } from './with-whom';

const ways: readonly Direction[] = ['mentor-hears', 'mentee-hears'];

/** Asks the other to hear or to be heard, a day ahead: one of the coming lessons, or a day, a time and a topic. */
@Component({
  selector: 'mentoring-ask-dialog',
  imports: [
    BeijingDateTime,
    ChoiceChips,
    Control,
    DialogFrame,
    Field,
    FormsModule,
    Notice,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
    WithWhom,
  ],
  templateUrl: './ask-dialog.html',
  styleUrl: './ask-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<'asked'>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  protected readonly given = inject<VisitGiven>(DIALOG_DATA);

  private readonly requestId = asId<ObservationRequestId>(uuid());
  private readonly today = beijingNow().day;
  protected readonly earliest = firstDayToAsk(this.today);
  protected readonly directions = computed(() =>
    ways.map((value) => ({
      value,
      label: this.languages.say(`mentoring.ask.as.${this.given.part}.${value}`),
    })),
  );
  protected readonly draft = signal<AskDraft>({
    direction: 'mentor-hears',
    lessonId: null,
    day: this.earliest,
    time: '',
    minutes: 40,
    topic: '',
    note: '',
  });
  protected readonly isSaving = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly problem = signal<string | null>(null);

  private readonly direction = computed(() => this.draft().direction);
  protected readonly lessons = remote(() =>
    this.api.call(listObservableLessons, {
      params: { pairingId: this.given.card.id },
      query: { direction: this.direction() },
    }),
  );
  /** Lessons that can still be asked for, soonest first. */
  protected readonly coming = computed(() =>
    (this.lessons.value()?.items ?? [])
      .filter((lesson) => lesson.observationId === null && beijingDate(lesson.startsAt) >= this.earliest)
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  );
  private readonly faults = computed(() => (this.wasSent() ? askFaultsOf(this.draft(), this.today) : {}));
  protected readonly dayFault = computed(() => this.said(this.faults().day));
  protected readonly timeFault = computed(() => this.said(this.faults().time));
  protected readonly minutesFault = computed(() => this.said(this.faults().minutes));
  protected readonly topicFault = computed(() => this.said(this.faults().topic));

  protected set(change: Partial<AskDraft>): void {
    this.draft.update((was) => ({ ...was, ...change }));
  }

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    if (Object.keys(askFaultsOf(this.draft(), this.today)).length > 0) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.api.call(askObservation, { params: { requestId: this.requestId }, body: this.body() });
      this.dialog.close('asked');
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private body() {
    const { direction, lessonId, day, time, minutes, topic, note } = this.draft();
    const said = { pairingId: this.given.card.id, direction, note: note.trim() || null };
    return lessonId
      ? { ...said, lessonId: asId<LessonId>(lessonId), startsAt: null, topic: null }
      : { ...said, lessonId: null, startsAt: momentOf(day, time), minutes, topic };
  }

  private said(fault: string | undefined): string | null {
    return fault ? this.languages.say(`mentoring.ask.${fault}`) : null;
  }
}
