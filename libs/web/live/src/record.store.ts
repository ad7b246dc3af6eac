import { inject, Injectable, signal } from '@angular/core';
import { readLesson, readRecord, signRecord, timetableChanged, watchTimetable } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { ApiClient, isProblem, LiveClient, remote } from '@qinglan/web-platform';

/** The record of one lesson. */
@Injectable()
export class RecordStore {
  private readonly api = inject(ApiClient);
  private readonly live = inject(LiveClient);

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
    this.live.eachConnection(() => this.live.send(watchTimetable, {}).catch(() => undefined));
    this.live.listen(timetableChanged, ({ lessonIds }) => {
      if (lessonIds.some((id) => id === this.lessonId())) void this.record.reload();
    });
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
