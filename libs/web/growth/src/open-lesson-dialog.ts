import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type OpenLessonView, saveOpenLesson } from '@qinglan/contracts';
import { asId, decidePanel, type LessonId, type OpenLessonId, type PersonId } from '@qinglan/domain';
import { PeopleSearch, uuid } from '@qinglan/web-platform';
import { Button, Control, DialogFrame, Field, Icon, Notice, SearchSelect } from '@qinglan/web-ui';
import { MenteeLessons } from './mentee-lessons';
import type { GrowthGiven } from './plan-dialog';
import { Sending } from './sending';

/** The open lesson to change, or none to arrange a new one. */
export interface OpenLessonGiven extends GrowthGiven {
  readonly lesson: OpenLessonView | null;
}

interface Member {
  readonly id: PersonId;
  readonly name: string;
  readonly hasMarked: boolean;
}

/** Arranges an open lesson: a lesson of the timetable or a day with a topic, and its panel. */
@Component({
  selector: 'growth-open-lesson-dialog',
  imports: [Button, Control, DialogFrame, Field, FormsModule, Icon, Notice, SearchSelect, TranslocoPipe],
  providers: [MenteeLessons, PeopleSearch, Sending],
  templateUrl: './open-lesson-dialog.html',
  styles: `
    fieldset {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    legend {
      padding-inline: var(--space-2);
      font-weight: 600;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenLessonDialog {
  protected readonly given = inject<OpenLessonGiven>(DIALOG_DATA);
  protected readonly lessons = inject(MenteeLessons);
  protected readonly people = inject(PeopleSearch);
  protected readonly sending = inject(Sending);

  private readonly before = this.given.lesson;
  protected readonly on = signal<'lesson' | 'day'>(this.before?.lessonId ? 'lesson' : 'day');
  protected readonly lessonId = signal<LessonId | null>(this.before?.lessonId ?? null);
  protected readonly onDay = signal(this.before?.onDay ?? this.given.growth.today);
  protected readonly topic = signal(this.before?.topic ?? '');
  protected readonly panel = signal<readonly Member[]>(
    (this.before?.panel ?? []).map(({ person, hasMarked }) => ({ id: person.id, name: person.name, hasMarked })),
  );
  private readonly openLessonId = this.before?.id ?? asId<OpenLessonId>(uuid());

  private readonly verdict = computed(() => {
    const { mentor, mentee } = this.given.growth.pairing;
    const members = this.panel().map(({ id }) => id);
    return decidePanel(members, { mentorId: mentor.id, menteeId: mentee.id });
  });
  /** Why the panel cannot sit so; nothing while it is still being named. */
  protected readonly panelFault = computed(() => {
    const verdict = this.verdict();
    return verdict.ok ? null : `growth.openLessons.fault.${verdict.refusal.kind}`;
  });
  private readonly isHeldWhole = computed(() =>
    this.on() === 'lesson' ? this.lessonId() !== null : this.onDay() !== '' && this.topic().trim() !== '',
  );
  /** The two propose the lesson; who judges them is named by those who keep the pairing. */
  protected readonly namesPanel = this.given.growth.mayJudge;
  protected readonly isWhole = computed(() => this.isHeldWhole() && (!this.namesPanel || this.verdict().ok));

  constructor() {
    this.lessons.growth.set(this.given.growth);
  }

  protected take(id: PersonId | null): void {
    if (!id) return;
    const name = this.people.choices().find(({ value }) => value === id)?.label;
    this.people.words.set('');
    if (name && !this.panel().some((member) => member.id === id))
      this.panel.update((panel) => [...panel, { id, name, hasMarked: false }]);
  }

  protected drop(member: Member): void {
    this.panel.update((panel) => panel.filter(({ id }) => id !== member.id));
  }

  protected async save(): Promise<void> {
    const { growth, store, lesson } = this.given;
    const params = { pairingId: growth.pairing.id, openLessonId: this.openLessonId };
    const body = { held: this.held(), panel: this.namesPanel ? this.panel().map(({ id }) => id) : [] };
    await this.sending.send(() => store.change(saveOpenLesson, { params, version: lesson?.version ?? 0, body }));
  }

  private held() {
    const lessonId = this.lessonId();
    if (this.on() === 'lesson' && lessonId) return { on: 'lesson' as const, lessonId };
    return { on: 'day' as const, onDay: this.onDay(), topic: this.topic() };
  }
}
