import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { HeardOnDay } from '@qinglan/contracts';
import {
  type HeardSpan,
  mayBeOneLesson,
  type ObservationDirection,
  type ObservationId,
  type PairingId,
  type PersonId,
  type Temporal,
} from '@qinglan/domain';
import { isKnownTo } from './observable.sql';

type Row = HeardOnDay & {
  readonly direction: ObservationDirection;
  readonly onDay: string;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
};

// A lesson of no timetable has the span that was promised, where one was. What paid by itself without an observation counts too.
const ofDay = statement(
  'mentoring-alike',
  `SELECT coalesce(o.topic, o.subject, o.school) AS title, o.id AS "observationId", o.lesson_id AS "lessonId", o.direction,
     o.on_day AS "onDay", coalesce(o.starts_at, r.starts_at) AS "startsAt", coalesce(o.ends_at, r.ends_at) AS "endsAt"
   FROM observation o LEFT JOIN observation_request r ON r.id = o.id AND o.lesson_id IS NULL
   WHERE o.pairing_id = $1 AND o.on_day = $2 AND ${isKnownTo('$3::uuid')}
   UNION ALL
   SELECT c.title, NULL, l.id, c.kind, c.on_day, l.starts_at, l.ends_at
   FROM credit c JOIN lesson l ON l.id = c.source_key
   WHERE c.pairing_id = $1 AND c.on_day = $2 AND c.source = 'lesson' AND c.withdrawn_at IS NULL
     AND NOT EXISTS (SELECT FROM observation o WHERE o.pairing_id = c.pairing_id AND o.lesson_id = c.source_key
       AND o.direction = c.kind AND ${isKnownTo('$3::uuid')})
   ORDER BY "startsAt" NULLS LAST, title`,
);

const spanOf = ({ lessonId, direction, onDay, startsAt, endsAt }: Row): HeardSpan => ({
  ...{ lessonId, direction, onDay },
  slot: startsAt && endsAt ? { startsAt, endsAt } : null,
});

/** What else of a day could be the lesson that an observation is of. Asks no policy. */
@Injectable()
export class AlikeQueries {
  /** As this reader may know of it; nothing where the observation itself was discarded. */
  async of(
    read: Read,
    one: { readonly observationId: ObservationId; readonly pairingId: PairingId; readonly onDay: string },
    readerId: PersonId,
  ): Promise<HeardOnDay[]> {
    const rows = await read.rows<Row>(ofDay, [one.pairingId, one.onDay, readerId]);
    const own = rows.find(({ observationId }) => observationId === one.observationId);
    if (!own) return [];
    return rows
      .filter((row) => row !== own && mayBeOneLesson(spanOf(own), spanOf(row)))
      .map(({ title, observationId, lessonId }) => ({ title, observationId, lessonId }));
  }
}
