import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import { type Actor, type LessonId, maySeeLesson } from '@qinglan/domain';
import { RecordQueries } from './record.queries';

/** Shows what happened in a lesson to whoever sees the lesson. */
@Injectable()
export class ReadRecord {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lessons: LessonQueries,
    private readonly record: RecordQueries,
  ) {}

  execute(actor: Actor, lessonId: LessonId) {
    return this.transactions.read(async (read) => {
      const lesson = orNotFound(await this.lessons.facts(read, lessonId));
      allowOrHide(maySeeLesson(actor, lessonSubject(lesson)));
      return this.record.view(read, lesson, { actor, now: this.clock.now() });
    });
  }
}
