import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { addPortfolioItem, logVisit, type ObservableLesson, type PairingCard } from '@qinglan/contracts';
import { asId, isAskedFor, type ObservationId, type PortfolioItemId } from '@qinglan/domain';
import { ApiClient, beijingNow, Languages, ProblemText, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { ChoiceChips } from './choice-chips';
import { isHearing, kindsOf, usualMode, visitFaultsOf, type Mode, type Part, type VisitDraft } from './visit-draft';
import { VisitLesson } from './visit-lesson';
import { WithWhom } from './with-whom';

/** With whom something happened, and who writes it down. */
export interface VisitGiven {
  readonly card: PairingCard;
  readonly part: Part;
}

/** What became of it: it waits for the other, it counts, or it is written down alone. */
export type VisitDone = 'heard' | 'counted' | 'noted';

const titleOf = (lesson: ObservableLesson | null): string => lesson?.topic ?? lesson?.subject ?? '';

const ways: readonly Mode[] = ['live', 'on-site', 'recording'];

/** A visit written down in twenty seconds: what, when, which topic, one line; closes with what was written down. */
@Component({
  selector: 'mentoring-visit-dialog',
  imports: [ChoiceChips, Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe, VisitLesson, WithWhom],
  templateUrl: './visit-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisitDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<VisitDone>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  protected readonly given = inject<VisitGiven>(DIALOG_DATA);

  // Made once, so that pressing twice, or again after a lost answer, writes it down once.
  private readonly thingId = uuid();
  protected readonly today = beijingNow().day;
  private readonly usual = kindsOf(this.given.part);
  protected readonly kinds = computed(() =>
    this.usual.map((value) => ({ value, label: this.languages.say(`mentoring.visit.${this.words()}.${value}`) })),
  );
  protected readonly modes = computed(() =>
    ways.map((value) => ({ value, label: this.languages.say(`mentoring.visit.mode.${value}`) })),
  );
  protected readonly draft = signal<VisitDraft>({
    kind: this.usual[0] ?? 'discussion',
    mode: usualMode(this.given.card),
    onDay: this.today,
    topic: '',
    line: '',
  });
  /** The lesson of the timetable that was heard, if it is one. */
  protected readonly lesson = signal<ObservableLesson | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected readonly hearing = computed(() => {
    const { kind } = this.draft();
    return isHearing(kind) ? kind : null;
  });
  protected readonly isHearing = computed(() => this.hearing() !== null);
  /** The agreement asks for it at present: else it is written down and counts for nothing. */
  private readonly isAsked = computed(() => isAskedFor(this.given.card.shares, this.draft().kind));
  protected readonly hint = computed(() => {
    if (!this.isHearing() && !this.isAsked()) return 'unasked';
    return (this.isHearing() ? 'hears' : 'hand') + (this.given.part === 'mentor' ? '' : 'AsMentee');
  });
  protected readonly words = computed(() => (this.given.part === 'mentor' ? 'kind' : 'kindAsMentee'));
  private readonly faults = computed(() => (this.wasSent() ? this.wrong() : {}));
  protected readonly dayFault = computed(() => this.said(this.faults().day));
  protected readonly topicFault = computed(() => this.said(this.faults().topic));
  protected readonly lineFault = computed(() => this.said(this.faults().line));

  protected set(change: Partial<VisitDraft>): void {
    this.draft.update((was) => ({ ...was, ...change }));
  }

  /** Its topic is filled in; what was typed stays. */
  protected take(lesson: ObservableLesson | null): void {
    const before = titleOf(this.lesson());
    this.lesson.set(lesson);
    if (this.draft().topic.trim() === before) this.set({ topic: titleOf(lesson) });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (Object.keys(this.wrong()).length > 0) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.send();
      this.dialog.close(this.isHearing() ? 'heard' : this.isAsked() ? 'counted' : 'noted');
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private async send(): Promise<void> {
    const { kind, mode, onDay, topic, line } = this.draft();
    const pairingId = this.given.card.id;
    if (!isHearing(kind)) {
      const params = { pairingId, itemId: asId<PortfolioItemId>(this.thingId) };
      await this.api.call(addPortfolioItem, { params, body: { kind, onDay, title: topic, evidence: line } });
      return;
    }
    const nothing = { subject: null, class: null, highlight: null };
    const lessonId = this.lesson()?.id ?? null;
    const body = { pairingId, direction: kind, lessonId, mode, onDay, topic, ...nothing, advice: line.trim() || null };
    await this.api.call(logVisit, { params: { observationId: asId<ObservationId>(this.thingId) }, body });
  }

  private wrong() {
    return visitFaultsOf(this.draft(), { today: this.today, fromDay: this.given.card.fromDay });
  }

  private said(fault: string | undefined): string | null {
    return fault ? this.languages.say(`mentoring.visit.${fault}`) : null;
  }
}
