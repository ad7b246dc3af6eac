import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, LessonStep, MovedLesson, Temporal } from '@qinglan/domain';
import type { Wanted } from './holds';

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

// Who only observes keeps no lesson from moving: whoever is taken then is let go.
const letGo = statement(
  'scheduling-lesson-observers-let-go',
  `UPDATE hold o SET released_at = $4::timestamptz
   WHERE o.lesson_id = $1 AND o.role = 'observer' AND o.released_at IS NULL AND EXISTS (
     SELECT FROM hold h WHERE h.party_id = o.party_id AND h.released_at IS NULL AND h.lesson_id IS DISTINCT FROM $1
       AND h.during && tstzrange($2::timestamptz, $3::timestamptz, '[)'))`,
);
const observers = statement(
  'scheduling-lesson-observers',
  `SELECT party_id AS "partyId" FROM hold WHERE lesson_id = $1 AND role = 'observer' AND released_at IS NULL`,
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

  /** Who holds the lesson to hear it. */
  observers(read: Read, lessonId: LessonId): Promise<readonly Wanted[]> {
    return read.rows<Wanted>(observers, [lessonId]);
  }

  /** Moves it with everybody who holds it, but observers who are taken then. */
  async move(tx: Tx, moved: MovedLesson, at: Temporal.Instant): Promise<void> {
    const { lessonId, slot, window, reason } = moved;
    await tx.run(letGo, [lessonId, slot.startsAt.toString(), slot.endsAt.toString(), at.toString()]);
    const shifts = [window.presentingShift, window.receivingShift];
    const periods = [window.presentingPeriod, window.receivingPeriod];
    await tx.run(move, [lessonId, slot.startsAt.toString(), slot.endsAt.toString(), ...periods, ...shifts, reason]);
  }
}
