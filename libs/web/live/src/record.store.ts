import { inject, Injectable, signal } from '@angular/core';
import { readLesson, readRecord, signRecord } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { ApiClient, followTimetable, isProblem, remote } from '@qinglan/web-platform';

/** The record of one lesson. */
@Injectable()
export class RecordStore {
  private readonly api = inject(ApiClient);

  readonly lessonId = signal<LessonId | null>(null);

  readonly record = remote(() => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(readRecord, { params: { lessonId } }) : undefined;
  });
  /** For its subject; the record itself knows none. */
  readonly lesson = remote(() => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(readLesson, { params: { lessonId } }) : undefined;
  });

  constructor() {
    followTimetable(
      ({ lessonIds }) => {
        if (lessonIds.some((id) => id === this.lessonId())) void this.record.reload();
      },
      () => this.record.reload(),
    );
  }

  async sign(): Promise<void> {
    const lessonId = this.lessonId();
    if (!lessonId) return;
    try {
      this.record.put(await this.api.call(signRecord, { params: { lessonId } }));
    } catch (error) {
      if (isProblem(error, 'already-signed') || isProblem(error, 'wrong-state')) await this.record.reload();
      throw error;
    }
  }
}
