import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listObservationRequests } from '@qinglan/contracts';
import type { PairingId, PersonId, ObservationRequestId } from '@qinglan/domain';
import { hearsIn, isKnownTo } from './observable.sql';

// What was heard of a lesson of no timetable bears the id of the request that it came of.
const ofNoLesson = `(SELECT o.id FROM observation o WHERE o.id = f.id AND ${isKnownTo('$2::uuid')})`;

const requests = {
  name: 'mentoring-requests',
  from: 'observation_request r',
  join: `JOIN pairing p ON p.id = f.pairing_id JOIN party asker ON asker.id = f.asked_by_id JOIN party asked ON asked.id = f.asked_of_id
    LEFT JOIN lesson l ON l.id = f.lesson_id
    LEFT JOIN observation o ON o.pairing_id = f.pairing_id AND o.lesson_id = f.lesson_id AND o.direction = f.direction
      AND ${isKnownTo('$2::uuid')}`,
  item: `json_build_object('id', f.id, 'pairingId', f.pairing_id, 'direction', f.direction,
    'askedBy', json_build_object('id', asker.id, 'name', asker.name),
    'askedOf', json_build_object('id', asked.id, 'name', asked.name), 'observerId', ${hearsIn('f.direction')},
    'lessonId', f.lesson_id, 'lessonState', l.state, 'startsAt', f.starts_at,
    'endsAt', coalesce(l.ends_at, f.ends_at),
    'movedFrom', f.moved_from, 'topic', f.topic, 'note', f.note,
    'state', f.state, 'reason', f.reason, 'askedAt', f.asked_at, 'answeredAt', f.answered_at,
    'observationId', coalesce(o.id, ${ofNoLesson}), 'version', f.version)`,
  keys: [
    { column: 'starts_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
} satisfies Listing;

const one = statement(
  'mentoring-request-one',
  `SELECT (${requests.item})::text FROM (SELECT * FROM observation_request WHERE id = $1) AS f ${requests.join}`,
);

const pairing = statement(
  'mentoring-request-pairing',
  'SELECT pairing_id AS "pairingId" FROM observation_request WHERE id = $1',
);

/** Reads of requests. Asks no policy. */
@Injectable()
export class ObservationRequestQueries {
  /** In which pairing it was asked. */
  async pairingOf(read: Read, requestId: ObservationRequestId): Promise<PairingId | null> {
    return (await read.row<{ readonly pairingId: PairingId }>(pairing, [requestId]))?.pairingId ?? null;
  }

  /** One, as this reader sees it. */
  async one(read: Read, requestId: ObservationRequestId, readerId: PersonId): Promise<string> {
    return orNotFound(await read.text(one, [requestId, readerId]));
  }

  /** Somebody's own, last start first. */
  page(read: Read, personId: PersonId, asked: InputOf<typeof listObservationRequests>['query']): Promise<string> {
    const whose = asked.box === 'asked-of-me' ? 'r.asked_of_id' : 'r.asked_by_id';
    const narrowings = [
      where(asked.box, personId, (place) => `${whose} = ${place}`),
      where('state', asked.state, (place) => `r.state = ${place}`),
    ];
    return listPage(read, requests, { narrowings, limit: asked.limit, after: asked.after, given: [personId] });
  }
}
