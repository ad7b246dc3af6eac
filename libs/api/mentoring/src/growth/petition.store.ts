import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { constraintOf, History, type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { PairingId, PersonId, PetitionId } from '@qinglan/domain';

const find = statement(
  'growth-petition',
  `SELECT id, pairing_id AS "pairingId", by_id AS "byId", reason, decided_at IS NOT NULL AS "isDecided"
   FROM pairing_petition WHERE id = $1`,
);
const waiting = statement(
  'growth-petition-waiting',
  'SELECT id FROM pairing_petition WHERE pairing_id = $1 AND decided_at IS NULL',
);
const add = statement(
  'growth-petition-add',
  'INSERT INTO pairing_petition (id, pairing_id, by_id, reason, asked_at) VALUES ($1, $2, $3, $4, $5)',
);
const decide = statement(
  'growth-petition-decide',
  `UPDATE pairing_petition SET decided_at = $2, decided_by = $3, is_granted = $4, answer = $5
   WHERE id = $1 AND decided_at IS NULL`,
);

/** A petition as rules look at it. */
export interface PetitionFacts {
  readonly id: PetitionId;
  readonly pairingId: PairingId;
  readonly byId: PersonId;
  readonly reason: string;
  readonly isDecided: boolean;
}

/** An answer to a petition. */
export interface PetitionAnswer {
  readonly grants: boolean;
  readonly answer: string;
}

/** The only writer of `pairing_petition`. Its history stands under its own id: the other one of the two reads none of it. */
@Injectable()
export class PetitionStore {
  constructor(private readonly history: History) {}

  find(read: Read, petitionId: PetitionId): Promise<PetitionFacts | null> {
    return read.row<PetitionFacts>(find, [petitionId]);
  }

  /** The petition of a pairing that waits for its answer. */
  async waiting(read: Read, pairingId: PairingId): Promise<PetitionId | null> {
    return (await read.row<{ readonly id: PetitionId }>(waiting, [pairingId]))?.id ?? null;
  }

  async add(tx: Tx, petition: Pick<PetitionFacts, 'id' | 'pairingId' | 'byId' | 'reason'>, by: By): Promise<void> {
    const { id, pairingId, byId, reason } = petition;
    await tx.run(add, [id, pairingId, byId, reason, by.at.toString()]).catch((error: unknown) => {
      throw constraintOf(error) === 'pairing_petition_pk' ? new Refused('id-taken', { cause: error }) : error;
    });
    await this.history.add(tx, by, [{ subjectId: id, act: 'petition.asked', detail: { pairingId, reason } }]);
  }

  async decide(tx: Tx, petitionId: PetitionId, { answer, by }: { answer: PetitionAnswer; by: By }): Promise<void> {
    await tx.run(decide, [petitionId, by.at.toString(), by.actorId, answer.grants, answer.answer]);
    await this.history.add(tx, by, [{ subjectId: petitionId, act: 'petition.answered', detail: { after: answer } }]);
  }

  /** A pairing that ended for another reason leaves nobody waiting for an answer. */
  async settle(tx: Tx, pairingId: PairingId, given: { answer: PetitionAnswer; by: By }): Promise<void> {
    const petitionId = await this.waiting(tx, pairingId);
    if (petitionId) await this.decide(tx, petitionId, given);
  }
}
