import { Injectable } from '@nestjs/common';
import { statement, type Tx } from '@qinglan/api-platform';
import type { RoomChange } from '@qinglan/contracts';
import type { LessonId, Temporal } from '@qinglan/domain';
import { RoomFeed } from './room.feed';

// A room's first epoch bears the lesson's own id, so that a room in which nothing ever happened needs no row.
const append = statement(
  'live-room-append',
  `WITH moved AS (
     INSERT INTO room (lesson_id, epoch, last_offset) VALUES ($1, $1, 1)
     ON CONFLICT (lesson_id) DO UPDATE SET last_offset = room.last_offset + 1 RETURNING epoch, last_offset),
   logged AS (
     INSERT INTO room_log (lesson_id, "offset", at, changes) SELECT $1, last_offset, $2, $3::jsonb FROM moved)
   SELECT epoch::text, last_offset AS "offset" FROM moved`,
);
const prune = statement(
  'live-room-prune',
  `WITH old AS (SELECT DISTINCT lesson_id FROM room_log WHERE at < $1 LIMIT 200),
   gone AS (DELETE FROM room_log WHERE lesson_id IN (SELECT lesson_id FROM old))
   UPDATE room SET epoch = gen_random_uuid(), last_offset = 0 WHERE lesson_id IN (SELECT lesson_id FROM old)`,
);

/** What changed, and when. */
export interface Entry {
  readonly at: Temporal.Instant;
  readonly changes: readonly RoomChange[];
}

/** Where a change of a room is kept: the only writer of `room` and `room_log`. */
@Injectable()
export class RoomLog {
  constructor(private readonly feed: RoomFeed) {}

  /** Logs changes under the next offset; the room hears of them after the commit. */
  async append(tx: Tx, lessonId: LessonId, { at, changes }: Entry): Promise<void> {
    const values = [lessonId, at.toString(), JSON.stringify(changes)];
    const place = await tx.row<{ epoch: string; offset: number }>(append, values);
    if (place) tx.afterCommit(() => this.feed.push({ lessonId, ...place, changes }));
  }

  /** Forgets logs in which something is older than that; those rooms begin a new epoch. Answers how many. */
  prune(tx: Tx, olderThan: Temporal.Instant): Promise<number> {
    return tx.run(prune, [olderThan.toString()]);
  }
}
