import { computed, inject, Injectable, signal } from '@angular/core';
import { moveLesson, readWindows, type Problem, type readLesson, type ReplyOf } from '@qinglan/contracts';
import { beijingMinute, minuteOf } from '@qinglan/domain';
import { ApiClient, beijingClock, beijingDate, dayOf, problemOf, remote } from '@qinglan/web-platform';
import { spanOfInstants } from './clock-minutes';

type Lesson = ReplyOf<typeof readLesson>;
export type WindowChoice = ReplyOf<typeof readWindows>['windows'][number];

/** Another start for one lesson: a day, a time of that day, and the reason. */
@Injectable()
export class MoveLessonStore {
  private readonly api = inject(ApiClient);
  private readonly lesson = signal<Lesson | null>(null);

  readonly day = signal('');
  readonly startsAt = signal<string | null>(null);
  readonly reason = signal('');
  readonly isSending = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Meetings of people without a class need free people, not free periods. */
  readonly isMeeting = computed(() => {
    const lesson = this.lesson();
    return lesson !== null && !lesson.presentingClass && !lesson.receivingClass;
  });

  readonly windows = remote(() => {
    const [lesson, day] = [this.lesson(), this.day()];
    if (!lesson || day.length !== 10 || this.isMeeting()) return undefined;
    const { startsAt, endsAt } = spanOfInstants(lesson.startsAt, lesson.endsAt);
    return this.api.call(readWindows, {
      query: {
        presentingSchoolId: lesson.presentingSchool.id,
        receivingSchoolId: lesson.receivingSchool.id,
        day,
        minutes: endsAt - startsAt,
      },
    });
  });

  readonly isReady = computed(() => {
    const lesson = this.lesson();
    const startsAt = this.startsAt();
    if (!lesson || !startsAt || this.day().length !== 10 || this.reason().trim() === '') return false;
    return !this.isCurrent(startsAt);
  });

  /** Is this where the lesson stands now? Nothing would be moved. */
  isCurrent(startsAt: string): boolean {
    const lesson = this.lesson();
    if (!lesson) return false;
    return this.day() === beijingDate(lesson.startsAt) && startsAt === beijingClock(lesson.startsAt);
  }

  begin(lesson: Lesson): void {
    this.lesson.set(lesson);
    this.day.set(beijingDate(lesson.startsAt));
    if (this.isMeeting()) this.startsAt.set(beijingClock(lesson.startsAt));
  }

  chooseDay(day: string): void {
    this.day.set(day);
    this.problem.set(null);
    if (!this.isMeeting()) this.startsAt.set(null);
  }

  chooseStart(startsAt: string): void {
    this.startsAt.set(startsAt);
    this.problem.set(null);
  }

  /** The moved lesson, or nothing when it could not be moved; then the problem says why. */
  async send(): Promise<Lesson | undefined> {
    const lesson = this.lesson();
    const startsAt = this.startsAt();
    if (!lesson || !startsAt) return undefined;
    this.isSending.set(true);
    this.problem.set(null);
    try {
      return await this.api.call(moveLesson, {
        params: { lessonId: lesson.id },
        body: {
          startsAt: beijingMinute(dayOf(this.day()), minuteOf(startsAt)).toString(),
          reason: this.reason().trim(),
        },
        version: lesson.version,
      });
    } catch (error) {
      this.problem.set(problemOf(error));
      return undefined;
    } finally {
      this.isSending.set(false);
    }
  }
}
