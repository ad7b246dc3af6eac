import { computed, inject, Injectable, signal } from '@angular/core';
import { cancelLesson, listObservable, readLesson, readLessonHistory, readWindows } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { ApiClient, followTimetable, isProblem, paged, remote } from '@qinglan/web-platform';
import { dayOfInstant, spanOfInstants } from './clock-minutes';
import { needsSchoolDay, schoolsAway } from './lesson-ends';

/** One lesson and its history; both follow what others do. */
@Injectable()
export class LessonStore {
  private readonly api = inject(ApiClient);

  readonly lessonId = signal<LessonId | null>(null);

  readonly lesson = remote(() => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(readLesson, { params: { lessonId } }) : undefined;
  });

  readonly history = paged((after) => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(readLessonHistory, { params: { lessonId }, query: { after } }) : undefined;
  });

  private readonly heard = remote(() => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(listObservable, { query: { lessonId } }) : undefined;
  });
  /** May the reader hear it as mentor or mentee of a teacher, or see what was heard? */
  readonly isHeard = computed(() =>
    (this.heard.value()?.items ?? []).some(({ directions }) =>
      directions.some(({ isObserver, observationId }) => isObserver || observationId !== null),
    ),
  );

  private readonly windows = remote(() => {
    const lesson = this.lesson.value();
    if (!lesson || !needsSchoolDay(lesson)) return undefined;
    const { startsAt, endsAt } = spanOfInstants(lesson.startsAt, lesson.endsAt);
    return this.api.call(readWindows, {
      query: {
        presentingSchoolId: lesson.presentingSchool.id,
        receivingSchoolId: lesson.receivingSchool.id,
        day: dayOfInstant(lesson.startsAt),
        minutes: endsAt - startsAt,
      },
    });
  });

  /** The schools that do not teach on its day any more. */
  readonly away = computed(() => {
    const lesson = this.lesson.value();
    const found = this.windows.value();
    if (!lesson || !found) return [];
    const isPresenting = (schoolId: string): boolean => schoolId === lesson.presentingSchool.id;
    return schoolsAway(lesson, (id) => (isPresenting(id) ? found.presenting : found.receiving).teaching);
  });

  constructor() {
    followTimetable(
      ({ lessonIds }) => {
        if (lessonIds.some((id) => id === this.lessonId())) void this.reload();
      },
      () => this.reload(),
    );
  }

  async reload(): Promise<void> {
    await Promise.all([this.lesson.reload(), this.history.reload()]);
  }

  /** Cancels it as it was read; if somebody was quicker, theirs is shown. */
  async cancel(reason: string): Promise<void> {
    const lesson = this.lesson.value();
    if (!lesson) return;
    const call = { params: { lessonId: lesson.id }, body: { reason }, version: lesson.version };
    try {
      this.lesson.put(await this.api.call(cancelLesson, call));
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'wrong-state')) await this.reload();
      throw error;
    }
    await this.history.reload();
  }
}
