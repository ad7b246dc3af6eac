import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import {
  type ClassroomId,
  doorOf,
  graceSeconds,
  type LastInterval,
  type LessonId,
  silenceSeconds,
} from '@qinglan/domain';
import type { Slot, Temporal } from '@qinglan/domain';

const touch = statement(
  'live-presence-touch',
  `UPDATE presence_interval SET last_beat_at = greatest(last_beat_at, $3)
   WHERE lesson_id = $1 AND classroom_id = $2 AND closed_at IS NULL
     AND last_beat_at >= $3::timestamptz - make_interval(secs => ${String(graceSeconds)})`,
);
const last = statement(
  'live-presence-last',
  `SELECT id, opened_at AS "openedAt", last_beat_at AS "lastSeenAt", closed_at AS "closedAt"
   FROM presence_interval WHERE lesson_id = $1 AND classroom_id = $2 ORDER BY opened_at DESC LIMIT 1`,
);
const begin = statement(
  'live-presence-begin',
  `INSERT INTO presence_interval (lesson_id, classroom_id, opened_at, last_beat_at) VALUES ($1, $2, $3, $3)`,
);
const rejoin = statement(
  'live-presence-rejoin',
  'UPDATE presence_interval SET closed_at = NULL, last_beat_at = greatest(last_beat_at, $2) WHERE id = $1',
);
const close = statement(
  'live-presence-close',
  `UPDATE presence_interval
   SET closed_at = greatest(opened_at, coalesce($3, last_beat_at)), last_beat_at = greatest(last_beat_at, coalesce($3, last_beat_at))
   WHERE lesson_id = $1 AND classroom_id = $2 AND closed_at IS NULL
   RETURNING closed_at AS "closedAt"`,
);
const closeSilent = statement(
  'live-presence-close-silent',
  `UPDATE presence_interval
   SET closed_at = greatest(opened_at, least(last_beat_at, $4))
   WHERE lesson_id = $1 AND classroom_id = $2 AND closed_at IS NULL
     AND (last_beat_at <= $3::timestamptz - make_interval(secs => ${String(silenceSeconds)}) OR $4 <= $3)
   RETURNING closed_at AS "closedAt"`,
);
const overdue = statement(
  'live-presence-overdue',
  `SELECT p.lesson_id AS "lessonId", p.classroom_id AS "classroomId"
   FROM presence_interval p JOIN lesson l ON l.id = p.lesson_id
   WHERE p.closed_at IS NULL
     AND (p.last_beat_at <= $1::timestamptz - make_interval(secs => ${String(silenceSeconds)})
          OR l.ends_at <= $1::timestamptz - interval '1 hour')
   ORDER BY p.lesson_id LIMIT 200`,
);
const connected = statement(
  'live-presence-connected',
  'SELECT classroom_id AS "classroomId" FROM presence_interval WHERE lesson_id = $1 AND closed_at IS NULL',
);
const intervals = statement(
  'live-presence-intervals',
  `SELECT classroom_id AS "classroomId", opened_at AS "openedAt", closed_at AS "closedAt"
   FROM presence_interval WHERE lesson_id = $1 ORDER BY opened_at`,
);

/** A classroom in a lesson. */
export interface Place {
  readonly lessonId: LessonId;
  readonly classroomId: ClassroomId;
}

/** The last interval of a classroom, as it is stored. */
export interface StoredInterval extends LastInterval {
  readonly id: string;
  readonly openedAt: Temporal.Instant;
}

/** An interval as the record reads it; open while the classroom is there. */
export interface KeptInterval {
  readonly classroomId: ClassroomId;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

const values = ({ lessonId, classroomId }: Place) => [lessonId, classroomId];

/** From when to when a classroom was there: the only writer of `presence_interval`. A beat is one update, never a row. */
@Injectable()
export class PresenceStore {
  /** Keeps an open interval alive; false where there is none that a beat can keep. */
  async touch(tx: Tx, place: Place, now: Temporal.Instant): Promise<boolean> {
    return (await tx.run(touch, [...values(place), now.toString()])) > 0;
  }

  last(tx: Tx, place: Place): Promise<StoredInterval | null> {
    return tx.row<StoredInterval>(last, values(place));
  }

  async begin(tx: Tx, place: Place, now: Temporal.Instant): Promise<void> {
    await tx.run(begin, [...values(place), now.toString()]);
  }

  async rejoin(tx: Tx, interval: StoredInterval, now: Temporal.Instant): Promise<void> {
    await tx.run(rejoin, [interval.id, now.toString()]);
  }

  /** Closes the open interval at that moment, or at the last beat where no moment is known; null where none is open. */
  async close(tx: Tx, place: Place, at: Temporal.Instant | null): Promise<Temporal.Instant | null> {
    const row = await tx.row<{ closedAt: Temporal.Instant }>(close, [...values(place), at?.toString() ?? null]);
    return row?.closedAt ?? null;
  }

  /** Closes the open interval of a classroom that fell silent or whose room is over, at the last moment it was known to be there. */
  async closeOverdue(tx: Tx, place: Place, by: { readonly now: Temporal.Instant; readonly slot: Slot }) {
    const given = [...values(place), by.now.toString(), doorOf(by.slot).endsAt.toString()];
    const row = await tx.row<{ closedAt: Temporal.Instant }>(closeSilent, given);
    return row?.closedAt ?? null;
  }

  /** Open intervals that should not be open any more. */
  overdue(read: Read, now: Temporal.Instant): Promise<readonly Place[]> {
    return read.rows<Place>(overdue, [now.toString()]);
  }

  /** The classrooms that are there now. */
  async connected(read: Read, lessonId: LessonId): Promise<ReadonlySet<ClassroomId>> {
    const rows = await read.rows<{ classroomId: ClassroomId }>(connected, [lessonId]);
    return new Set(rows.map((row) => row.classroomId));
  }

  /** Everything that is known of a lesson, in order. */
  intervals(read: Read, lessonId: LessonId): Promise<readonly KeptInterval[]> {
    return read.rows<KeptInterval>(intervals, [lessonId]);
  }
}
