import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { PairingId, PairingState, PairingSubject, StudioId } from '@qinglan/domain';

/** What rules and policies look at. */
export interface PairingFacts extends PairingSubject {
  readonly pairingId: PairingId;
  readonly studioId: StudioId | null;
  readonly state: PairingState;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly version: number;
  readonly mentorName: string;
  readonly menteeName: string;
  readonly mentorConsented: boolean;
  readonly menteeConsented: boolean;
  readonly mentorShares: boolean;
  readonly menteeShares: boolean;
}

const factsOf = `
  SELECT p.id AS "pairingId", p.mentor_id AS "mentorId", p.mentee_id AS "menteeId", p.studio_id AS "studioId", p.state,
    p.from_day AS "fromDay", p.to_day AS "toDay", p.version, mentor.name AS "mentorName", mentee.name AS "menteeName",
    mentor.organisation_id AS "mentorSchoolId", mentee.organisation_id AS "menteeSchoolId",
    studio.lead_id AS "studioLeadId", p.mentor_shares AND p.mentee_shares AS "isSharedWithSchool",
    p.mentor_consented_at IS NOT NULL AS "mentorConsented", p.mentee_consented_at IS NOT NULL AS "menteeConsented",
    p.mentor_shares AS "mentorShares", p.mentee_shares AS "menteeShares"
  FROM pairing p
  JOIN person mentor ON mentor.id = p.mentor_id
  JOIN person mentee ON mentee.id = p.mentee_id
  LEFT JOIN studio ON studio.id = p.studio_id`;

const find = statement('mentoring-pairing', `${factsOf} WHERE p.id = $1`);
const lock = statement('mentoring-pairing-lock', 'SELECT id FROM pairing WHERE id = $1 FOR NO KEY UPDATE');

/** Single pairings, as rules look at them. */
@Injectable()
export class PairingQueries {
  facts(read: Read, pairingId: PairingId): Promise<PairingFacts | null> {
    return read.row<PairingFacts>(find, [pairingId]);
  }

  /** Changes of one pairing come one after the other: locks it, then reads it as it is then. */
  async lock(tx: Tx, pairingId: PairingId): Promise<PairingFacts | null> {
    await tx.run(lock, [pairingId]);
    return this.facts(tx, pairingId);
  }
}
