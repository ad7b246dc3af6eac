import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Transactions } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import { type Actor, type LessonId, maySeeLesson } from '@qinglan/domain';
import { type Position, RoomQueries, type Whereabouts } from './room.queries';

/** Answers what came after a position. */
@Injectable()
export class CatchUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly lessons: LessonQueries,
    private readonly room: RoomQueries,
  ) {}

  execute(actor: Actor, lessonId: LessonId, since: Position): Promise<Whereabouts> {
    return this.transactions.read(async (read) => {
      const lesson = orNotFound(await this.lessons.facts(read, lessonId));
      allowOrHide(maySeeLesson(actor, lessonSubject(lesson)));
      return this.room.whereabouts(read, lessonId, since);
    });
  }
}
