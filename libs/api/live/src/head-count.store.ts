import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { ClassroomId, LessonId, PersonId, Temporal } from '@qinglan/domain';
import type { Place } from './presence.store';

const save = statement(
  'live-head-count-save',
  `INSERT INTO head_count (lesson_id, classroom_id, head_count, counted_at, counted_by) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (lesson_id, classroom_id)
   DO UPDATE SET head_count = EXCLUDED.head_count, counted_at = EXCLUDED.counted_at, counted_by = EXCLUDED.counted_by`,
);
const counts = statement(
  'live-head-counts',
  'SELECT classroom_id AS "classroomId", head_count AS "headCount" FROM head_count WHERE lesson_id = $1',
);

/** Who counted, and when. */
export interface Counted {
  readonly headCount: number;
  readonly at: Temporal.Instant;
  readonly actorId: PersonId;
}

/** How many pupils sat in a classroom, as last counted: the only writer of `head_count`. */
@Injectable()
export class HeadCountStore {
  async save(tx: Tx, place: Place, counted: Counted): Promise<void> {
    const values = [place.lessonId, place.classroomId, counted.headCount, counted.at.toString(), counted.actorId];
    await tx.run(save, values);
  }

  async all(read: Read, lessonId: LessonId): Promise<ReadonlyMap<ClassroomId, number>> {
    const rows = await read.rows<{ classroomId: ClassroomId; headCount: number }>(counts, [lessonId]);
    return new Map(rows.map((row) => [row.classroomId, row.headCount]));
  }
}
