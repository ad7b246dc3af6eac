import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLesson, ReplyOf } from '@qinglan/contracts';
import { asId, mondayOf, type LessonId } from '@qinglan/domain';
import { beijingDate, dayOf, Languages, ProblemText } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { LessonDiagnoses } from './lesson-diagnoses';
import { LessonFacts } from './lesson-facts';
import { LessonHistory } from './lesson-history';
import { lessonLook } from './lesson-look';
import { LessonMakeUp } from './lesson-make-up';
import { LessonStep } from './lesson-step';
import { LessonWords } from './lesson-words';
import { LessonStore } from './lesson.store';
import { MoveDialog } from './move-dialog';

type Lesson = ReplyOf<typeof readLesson>;

/** One lesson: what, when, who, where, what comes next, and what happened so far. */
@Component({
  selector: 'app-lesson-page',
  imports: [
    Badge,
    Button,
    Icon,
    LessonDiagnoses,
    LessonFacts,
    LessonHistory,
    LessonMakeUp,
    LessonStep,
    Notice,
    Page,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './lesson.page.html',
  styleUrl: './lesson.page.scss',
  providers: [LessonStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonPage {
  protected readonly store = inject(LessonStore);
  protected readonly words = inject(LessonWords);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly lessonId = input.required<string>();

  protected readonly isCancelling = signal(false);
  protected readonly look = computed(() => lessonLook[this.store.lesson.value()?.state ?? 'draft']);
  protected readonly heading = computed(() => {
    const lesson = this.store.lesson.value();
    if (!lesson) return this.languages.say('timetable.lesson.title');
    return lesson.topic ? `${lesson.subject} · ${lesson.topic}` : lesson.subject;
  });
  protected readonly weekAddress = computed(() => {
    const lesson = this.store.lesson.value();
    return lesson ? ['/week', mondayOf(dayOf(beijingDate(lesson.startsAt))).toString()] : ['/week'];
  });

  /** What helps when a school does not teach that day: it depends on who reads, and on who still has to answer. */
  protected readonly whatToDo = computed(() => {
    const lesson = this.store.lesson.value();
    if (lesson?.state !== 'confirmed') return 'answer';
    return lesson.mayChange ? 'change' : 'ask';
  });

  constructor() {
    effect(() => this.store.lessonId.set(asId<LessonId>(this.lessonId())));
  }

  protected async cancel(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('timetable.cancel.ask'),
      text: this.languages.say('timetable.cancel.askText'),
      act: this.languages.say('timetable.cancel.act'),
      dismissal: this.languages.say('timetable.cancel.keep'),
      look: 'danger',
      reason: 'needed',
    });
    if (!yes) return;
    this.isCancelling.set(true);
    try {
      await this.store.cancel(yes.reason);
      this.toast.say(this.languages.say('timetable.cancel.done'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isCancelling.set(false);
    }
  }

  protected async move(lesson: Lesson): Promise<void> {
    const moved = await this.dialogs.open<Lesson>(MoveDialog, lesson, 'usual');
    if (!moved) return this.store.reload();
    this.store.lesson.put(moved);
    this.toast.say(this.languages.say('timetable.move.done'));
    await this.store.history.reload();
  }
}
