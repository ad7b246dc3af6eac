import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement, type ValueOf } from '@qinglan/api-platform';
import { LessonQueries } from '@qinglan/api-scheduling';
import type { enterRoom, LessonCard, RoomDelta, RoomSnapshot } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';

/** More than that is sooner read as a whole. */
const MOST_DELTAS = 200;

const classrooms = `
  SELECT json_agg(json_build_object(
           'classroomId', c.id, 'schoolId', c.school_id, 'name', room.name, 'school', o.short_name, 'part', c.part,
           'connected', p.id IS NOT NULL AND p.closed_at IS NULL,
           'since', coalesce(p.closed_at, p.opened_at), 'headCount', h.head_count) ORDER BY c.part)
  FROM (VALUES ('presenting', l.presenting_classroom_id, l.presenting_school_id),
               ('receiving', l.receiving_classroom_id, l.receiving_school_id)) AS c (part, id, school_id)
  JOIN party room ON room.id = c.id
  JOIN organisation o ON o.id = c.school_id
  LEFT JOIN head_count h ON h.lesson_id = l.id AND h.classroom_id = c.id
  LEFT JOIN LATERAL (
    SELECT id, opened_at, closed_at FROM presence_interval
    WHERE lesson_id = l.id AND classroom_id = c.id ORDER BY opened_at DESC LIMIT 1) p ON true`;

const snapshot = statement(
  'live-room-snapshot',
  `SELECT json_build_object('lessonId', l.id, 'epoch', coalesce(r.epoch, l.id), 'offset', coalesce(r.last_offset, 0),
                            'lessonState', l.state, 'classrooms', (${classrooms})) AS snapshot
   FROM lesson l LEFT JOIN room r ON r.lesson_id = l.id WHERE l.id = $1`,
);
// Null unless every offset after the one that is known is still there.
const deltas = statement(
  'live-room-deltas',
  `SELECT coalesce(json_agg(json_build_object(
            'lessonId', r.lesson_id, 'epoch', r.epoch, 'fromOffset', g."offset" - 1, 'offset', g."offset", 'changes', g.changes)
            ORDER BY g."offset") FILTER (WHERE g."offset" IS NOT NULL), '[]') AS deltas
   FROM room r LEFT JOIN room_log g ON g.lesson_id = r.lesson_id AND g."offset" > $3
   WHERE r.lesson_id = $1 AND r.epoch::text = $2 AND r.last_offset BETWEEN $3 AND $3 + ${String(MOST_DELTAS)}
   GROUP BY r.lesson_id HAVING count(g."offset") = r.last_offset - $3`,
);
const mark = statement(
  'live-room-mark',
  `SELECT coalesce(r.epoch, l.id)::text AS epoch, coalesce(r.last_offset, 0) AS "offset", l.version
   FROM lesson l LEFT JOIN room r ON r.lesson_id = l.id WHERE l.id = $1`,
);

/** Where a room's log stands, or where a client stands in it. */
export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/** What a client is told of a room: what it missed, or all there is. */
export type Whereabouts = ValueOf<typeof enterRoom>;

interface Mark extends Position {
  readonly version: number;
}

/** Rooms of the day; a school morning has far fewer. */
const MOST_REMEMBERED = 500;

/** Reads of lesson rooms. */
@Injectable()
export class RoomQueries {
  /** The last snapshot of each room: when five hundred come at once, it is built once. */
  private readonly remembered = new Map<LessonId, { readonly key: string; readonly whole: Whereabouts }>();

  constructor(private readonly lessons: LessonQueries) {}

  /** What came after a position, or the snapshot where that is gone or nothing was known. Asks no policy. */
  async whereabouts(read: Read, lessonId: LessonId, since: Position | null): Promise<Whereabouts> {
    const missed = since && (await read.row<{ deltas: RoomDelta[] }>(deltas, [lessonId, since.epoch, since.offset]));
    if (missed) return { how: 'deltas', deltas: missed.deltas };
    const { epoch, offset, version } = await this.mark(read, lessonId);
    const key = `${epoch} ${String(offset)} ${String(version)}`;
    const known = this.remembered.get(lessonId);
    if (known?.key === key) return known.whole;
    const whole = await this.build(read, lessonId);
    // What was built may be newer than its mark; it is then built again for the newer one, which shows the same.
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(lessonId, { key, whole });
    return whole;
  }

  async position(read: Read, lessonId: LessonId): Promise<Position> {
    const { epoch, offset } = await this.mark(read, lessonId);
    return { epoch, offset };
  }

  private async mark(read: Read, lessonId: LessonId): Promise<Mark> {
    return orNotFound(await read.row<Mark>(mark, [lessonId]));
  }

  private async build(read: Read, lessonId: LessonId): Promise<Whereabouts> {
    const row = orNotFound(await read.row<{ snapshot: RoomSnapshot }>(snapshot, [lessonId]));
    const card = JSON.parse(orNotFound(await this.lessons.card(read, lessonId))) as LessonCard;
    return { how: 'snapshot', snapshot: row.snapshot, card };
  }
}
