import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, History, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { lessonSubject, slotOf } from '@qinglan/api-scheduling';
import { type Actor, isRoomOpen, mayCountHeads } from '@qinglan/domain';
import { schoolOf } from './enter-room';
import { HeadCountStore } from './head-count.store';
import { LessonCourse } from './lesson-course.store';
import type { Place } from './presence.store';
import { RoomLog } from './room-log.store';

/** A count of the pupils in a classroom. */
export interface Count extends Place {
  readonly headCount: number;
}

/** A teacher in the room says how many pupils sit there; the last word counts. */
@Injectable()
export class CountHeads {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly course: LessonCourse,
    private readonly counts: HeadCountStore,
    private readonly history: History,
    private readonly log: RoomLog,
  ) {}

  async execute(actor: Actor, count: Count): Promise<{ headCount: number }> {
    await this.transactions.write((tx) => this.save(tx, actor, count));
    return { headCount: count.headCount };
  }

  private async save(tx: Tx, actor: Actor, count: Count): Promise<void> {
    const { lessonId, classroomId, headCount } = count;
    const lesson = orNotFound(await this.course.lock(tx, lessonId));
    const at = this.clock.now();
    allowOrHide(mayCountHeads(actor, lessonSubject(lesson), schoolOf(lesson, classroomId)));
    if (!isRoomOpen(lesson.state, slotOf(lesson), at)) throw new Refused('room-closed');
    const by = { at, actorId: actor.personId };
    await this.counts.save(tx, count, { headCount, ...by });
    await this.history.add(tx, by, [
      { subjectId: lessonId, act: 'lesson.counted', detail: { classroomId, headCount } },
    ]);
    await this.log.append(tx, lessonId, { at, changes: [{ of: 'count', classroomId, headCount }] });
  }
}
