import { Injectable } from '@nestjs/common';
import { statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, PartyId, Slot, Temporal } from '@qinglan/domain';
import { LessonStore } from './lesson.store';

const onceEach = "(lesson_id, role, (CASE role WHEN 'observer' THEN party_id ELSE lesson_id END))";

// Who let go before and promises again holds what the lesson takes now.
const hold = statement(
  'scheduling-observer-hold',
  `INSERT INTO hold (lesson_id, party_id, role, starts_at, ends_at) VALUES ($1, $2, 'observer', $3, $4)
   ON CONFLICT ${onceEach} WHERE lesson_id IS NOT NULL
     DO UPDATE SET released_at = NULL, starts_at = excluded.starts_at, ends_at = excluded.ends_at
     WHERE hold.released_at IS NOT NULL`,
);
const release = statement(
  'scheduling-observer-release',
  `UPDATE hold SET released_at = $3
   WHERE lesson_id = $1 AND party_id = $2 AND role = 'observer' AND released_at IS NULL`,
);

/** Who hears which lesson. */
export interface Observing {
  readonly lessonId: LessonId;
  readonly observerId: PartyId;
}

/** Who hears a lesson holds its time by that lesson: what moves or frees the lesson moves or frees the observer too. */
@Injectable()
export class ObserverHolds {
  constructor(private readonly lessons: LessonStore) {}

  /** After the parties and before anything of mentoring: nobody moves the lesson until the end of the transaction. */
  lockLesson(tx: Tx, lessonId: LessonId): Promise<void> {
    return this.lessons.lock(tx, lessonId);
  }

  async hold(tx: Tx, { lessonId, observerId }: Observing, slot: Slot): Promise<void> {
    await tx.run(hold, [lessonId, observerId, slot.startsAt.toString(), slot.endsAt.toString()]);
  }

  async release(tx: Tx, { lessonId, observerId }: Observing, at: Temporal.Instant): Promise<void> {
    await tx.run(release, [lessonId, observerId, at.toString()]);
  }
}
