import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLesson, ReplyOf } from '@qinglan/contracts';
import { BeijingDay, beijingNow, BeijingTime, ProblemText, SecondClock } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ClashList } from './clash-list';
import { LessonWords } from './lesson-words';
import { MoveLessonStore, type WindowChoice } from './move-lesson.store';

type Lesson = ReplyOf<typeof readLesson>;

/** Moves one lesson: a day, one of its clean windows (or any time for a meeting), a reason. */
@Component({
  selector: 'app-move-dialog',
  imports: [
    BeijingDay,
    BeijingTime,
    ClashList,
    Control,
    DialogFrame,
    Field,
    FormsModule,
    Notice,
    ProblemNotice,
    SecondClock,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './move-dialog.html',
  styleUrl: './move-dialog.scss',
  providers: [MoveLessonStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveDialog {
  private readonly dialog = inject<DialogRef<Lesson>>(DialogRef);
  protected readonly lesson = inject<Lesson>(DIALOG_DATA);
  protected readonly store = inject(MoveLessonStore);
  protected readonly words = inject(LessonWords);
  protected readonly problems = inject(ProblemText);

  protected readonly today = beijingNow().day;

  constructor() {
    this.store.begin(this.lesson);
  }

  protected async send(): Promise<void> {
    const moved = await this.store.send();
    if (moved) this.dialog.close(moved);
  }

  /** A start that the answer proposed: one tap takes it. */
  protected async take(startsAt: string): Promise<void> {
    this.store.chooseStart(startsAt);
    await this.send();
  }

  /** What a window asks of each school. */
  protected asked(window: WindowChoice): string {
    return this.words.shifts({ ...this.lesson, ...window });
  }
}
