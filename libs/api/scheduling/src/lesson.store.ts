import { Injectable } from '@nestjs/common';
import { statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, LessonStep, MovedLesson, Temporal } from '@qinglan/domain';

const lock = statement('scheduling-lesson-lock', 'SELECT version FROM lesson WHERE id = $1 FOR NO KEY UPDATE');

const cancel = statement(
  'scheduling-lesson-cancel',
  `WITH released AS (UPDATE hold SET released_at = $4::timestamptz WHERE lesson_id = $1 AND released_at IS NULL)
   UPDATE lesson SET state = $2, reason = $3, version = version + 1 WHERE id = $1`,
);

const move = statement(
  'scheduling-lesson-move',
  `WITH shifted AS (UPDATE hold SET starts_at = $2, ends_at = $3 WHERE lesson_id = $1 AND released_at IS NULL)
   UPDATE lesson SET starts_at = $2, ends_at = $3, presenting_period = $4, receiving_period = $5, presenting_shift = $6,
     receiving_shift = $7, reason = $8, version = version + 1 WHERE id = $1`,
);

/** Changes of single lessons that are agreed, with what they hold. */
@Injectable()
export class LessonStore {
  /** Changes of one lesson come one after the other; after the parties, where those are locked too. */
  async lock(tx: Tx, lessonId: LessonId): Promise<void> {
    await tx.run(lock, [lessonId]);
  }

  async cancel(tx: Tx, { lessonId, to, reason }: LessonStep, at: Temporal.Instant): Promise<void> {
    await tx.run(cancel, [lessonId, to, reason, at.toString()]);
  }

  async move(tx: Tx, moved: MovedLesson): Promise<void> {
    const { lessonId, slot, window, reason } = moved;
    const shifts = [window.presentingShift, window.receivingShift];
    const periods = [window.presentingPeriod, window.receivingPeriod];
    await tx.run(move, [lessonId, slot.startsAt.toString(), slot.endsAt.toString(), ...periods, ...shifts, reason]);
  }
}
