import { Injectable } from '@nestjs/common';
import { type Read, type Statement, statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, ObservationDirection, ObservationId, PairingId } from '@qinglan/domain';
import { heirIdsSql } from '../growth/chain.queries';
import type { ObservationFacts } from './observation.facts';

const facts = (name: string, whose: string, after = ''): Statement =>
  statement(
    name,
    `SELECT o.id AS "observationId", o.pairing_id AS "pairingId", o.direction, o.mode, o.lesson_id AS "lessonId", o.state,
       o.on_day AS "onDay", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.school, o.class, o.subject, o.topic,
       o.observer_id AS "observerId", writer.name AS observer, o.observed_id AS "observedId", heard.name AS observed,
       o.reply, o.submitted_at AS "submittedAt", o.replied_at AS "repliedAt", o.countersigned_at AS "countersignedAt",
       o.asked, o.discarded_at IS NOT NULL AS "isDiscarded", o.version, o.state = 'open' AS "isOpen", p.mentor_id AS "mentorId", p.mentee_id AS "menteeId",
       mentor.organisation_id AS "mentorSchoolId", mentee.organisation_id AS "menteeSchoolId",
       s.lead_id AS "studioLeadId", p.mentor_shares AND p.mentee_shares AS "isSharedWithSchool",
       ${heirIdsSql('p.id')} AS "heirIds"
     FROM observation o
     JOIN pairing p ON p.id = o.pairing_id
     JOIN person mentor ON mentor.id = p.mentor_id
     JOIN person mentee ON mentee.id = p.mentee_id
     JOIN party writer ON writer.id = o.observer_id
     JOIN party heard ON heard.id = o.observed_id
     LEFT JOIN studio s ON s.id = p.studio_id
     WHERE ${whose} ${after}`,
  );

const find = facts('mentoring-observation', 'o.id = $1');
const lock = facts('mentoring-observation-lock', 'o.id = $1', 'FOR NO KEY UPDATE OF o');
const ofLesson = facts(
  'mentoring-observation-of-lesson',
  'o.pairing_id = $1 AND o.lesson_id = $2 AND o.direction = $3 AND o.discarded_at IS NULL',
);

/** Which lesson is heard, in which pairing, in which direction. */
export interface HeardOnce {
  readonly pairingId: PairingId;
  readonly lessonId: LessonId | null;
  readonly direction: ObservationDirection;
}

/** Reads of single observations. Asks no policy. */
@Injectable()
export class ObservationQueries {
  facts(read: Read, observationId: ObservationId): Promise<ObservationFacts | null> {
    return read.row<ObservationFacts>(find, [observationId]);
  }

  /** The same, and nobody else writes to it until the end of the transaction. */
  lock(tx: Tx, observationId: ObservationId): Promise<ObservationFacts | null> {
    return tx.row<ObservationFacts>(lock, [observationId]);
  }

  /** The observation of a lesson in one direction of a pairing: there is at most one, discarded ones aside. */
  ofLesson(read: Read, { pairingId, lessonId, direction }: HeardOnce): Promise<ObservationFacts | null> {
    return read.row<ObservationFacts>(ofLesson, [pairingId, lessonId, direction]);
  }
}
