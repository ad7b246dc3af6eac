import { Injectable } from '@nestjs/common';
import { History, type Read, statement, type Tx } from '@qinglan/api-platform';
import type {
  LessonId,
  ObservationDirection,
  ObservationRequestState,
  ObservationRequestSubject,
  PairingId,
  PairingState,
  PersonId,
  Temporal,
  ObservationRequestId,
} from '@qinglan/domain';
import { MentoringNews } from '../pairings/mentoring-news';
import { isCalledOff } from '../request.sql';
import { heardIn, hearsIn } from './observable.sql';

const add = statement(
  'mentoring-request-add',
  `INSERT INTO observation_request (id, pairing_id, direction, asked_by_id, asked_of_id, lesson_id, starts_at, ends_at, topic,
     note, asked, state, asked_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'asked', $12) ON CONFLICT ON CONSTRAINT observation_request_pk DO NOTHING`,
);
const step = statement(
  'mentoring-request-step',
  `UPDATE observation_request SET state = $2, reason = $3, answered_at = $4, version = version + 1 WHERE id = $1`,
);
const facts = `SELECT r.id AS "requestId", r.pairing_id AS "pairingId", r.asked_by_id AS "askedById", r.state, r.version, r.starts_at AS "startsAt",
     coalesce(l.ends_at, r.ends_at) AS "endsAt", r.lesson_id AS "lessonId", ${hearsIn('r.direction')} AS "observerId",
     ${heardIn('r.direction')} AS "observedId",
     p.state AS "pairingState", ${isCalledOff('r')} AS "isCalledOff",
     p.mentor_id AS "mentorId", p.mentee_id AS "menteeId", mentor.organisation_id AS "mentorSchoolId",
     mentee.organisation_id AS "menteeSchoolId", s.lead_id AS "studioLeadId",
     p.mentor_shares AND p.mentee_shares AS "isSharedWithSchool"
   FROM observation_request r
   JOIN pairing p ON p.id = r.pairing_id
   JOIN person mentor ON mentor.id = p.mentor_id
   JOIN person mentee ON mentee.id = p.mentee_id
   LEFT JOIN studio s ON s.id = p.studio_id
   LEFT JOIN lesson l ON l.id = r.lesson_id
   WHERE r.id = $1`;
const find = statement('mentoring-request-find', facts);
const lock = statement('mentoring-request-lock', `${facts} FOR NO KEY UPDATE OF r`);
const promised = statement(
  'mentoring-request-promised',
  `SELECT FROM observation_request r JOIN pairing p ON p.id = r.pairing_id
   WHERE r.lesson_id = $1 AND r.state = 'accepted' AND r.id <> $2 AND ${hearsIn('r.direction')} = $3`,
);
const same = statement(
  'mentoring-request-same',
  'SELECT asked_by_id = $2 AND asked IS NOT DISTINCT FROM $3 AS "isSame" FROM observation_request WHERE id = $1',
);

/** A request as rules and policies look at it. */
export interface RequestFacts extends ObservationRequestSubject {
  readonly requestId: ObservationRequestId;
  readonly pairingId: PairingId;
  readonly state: ObservationRequestState;
  /** Null for a lesson of no timetable of ours. */
  readonly lessonId: LessonId | null;
  readonly startsAt: Temporal.Instant;
  /** Null where nobody said when such a lesson ends. */
  readonly endsAt: Temporal.Instant | null;
  readonly observerId: PersonId;
  readonly observedId: PersonId;
  readonly pairingState: PairingState;
  /** Its lesson was called off. */
  readonly isCalledOff: boolean;
  readonly version: number;
}

/** A request to be made. */
export interface NewRequest {
  readonly requestId: ObservationRequestId;
  readonly pairingId: PairingId;
  readonly direction: ObservationDirection;
  readonly askedById: PersonId;
  readonly askedOfId: PersonId;
  readonly lessonId: LessonId | null;
  readonly startsAt: Temporal.Instant;
  /** Of a lesson of no timetable, where it was said. */
  readonly endsAt: Temporal.Instant | null;
  readonly topic: string | null;
  readonly note: string | null;
  /** What was sent. */
  readonly asked: string;
}

interface By {
  readonly at: Temporal.Instant;
  readonly actorId: PersonId;
}

/** The only writer of `observation_request`. */
@Injectable()
export class ObservationRequestStore {
  constructor(
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  /** Makes it; false where its id is there already. */
  async add(tx: Tx, wanted: NewRequest, by: By): Promise<boolean> {
    const { requestId, pairingId, direction, askedById, askedOfId, lessonId, startsAt, endsAt, topic, note } = wanted;
    const added = await tx.run(add, [
      ...[requestId, pairingId, direction, askedById, askedOfId, lessonId, startsAt.toString()],
      ...[endsAt?.toString() ?? null, topic, note, wanted.asked, by.at.toString()],
    ]);
    const line = {
      subjectId: requestId,
      act: 'observation-request.asked',
      detail: { after: { pairingId, direction } },
    };
    if (added === 1) {
      await this.history.add(tx, by, [line]);
      await this.news.tell(tx, [askedById, askedOfId]);
    }
    return added === 1;
  }

  /** Was the same asked before, by the same person? Null where the id is free. */
  async isThere(read: Read, requestId: ObservationRequestId, by: Pick<NewRequest, 'askedById' | 'asked'>) {
    const found = await read.row<{ readonly isSame: boolean }>(same, [requestId, by.askedById, by.asked]);
    return found && found.isSame;
  }

  find(read: Read, requestId: ObservationRequestId): Promise<RequestFacts | null> {
    return read.row<RequestFacts>(find, [requestId]);
  }

  /** Is the same lesson promised by the same observer in another accepted request? */
  async isPromisedAgain(read: Read, { requestId, lessonId, observerId }: RequestFacts): Promise<boolean> {
    return (await read.row(promised, [lessonId, requestId, observerId])) !== null;
  }

  /** The request, which nobody else moves until the end of the transaction. */
  lock(tx: Tx, requestId: ObservationRequestId): Promise<RequestFacts | null> {
    return tx.row<RequestFacts>(lock, [requestId]);
  }

  async step(
    tx: Tx,
    { requestId, state: from, mentorId, menteeId }: RequestFacts,
    move: By & { readonly to: ObservationRequestState; readonly reason: string },
  ): Promise<void> {
    const { to, at, actorId } = move;
    const reason = move.reason === '' ? null : move.reason;
    await tx.run(step, [requestId, to, reason, at.toString()]);
    const detail = { before: { state: from }, after: { state: to }, ...(reason !== null && { reason }) };
    await this.history.add(tx, { at, actorId }, [{ subjectId: requestId, act: `observation-request.${to}`, detail }]);
    await this.news.tell(tx, [mentorId, menteeId]);
  }
}
