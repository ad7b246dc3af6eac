import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { type Heir, heirsOf, type PairingId, type PersonId } from '@qinglan/domain';

const later = statement(
  'growth-chain-later',
  `WITH RECURSIVE later AS (
     SELECT p.id, p.mentor_id, p.state FROM pairing p WHERE p.continues_id = $1
     UNION ALL SELECT p.id, p.mentor_id, p.state FROM pairing p JOIN later l ON p.continues_id = l.id)
   SELECT mentor_id AS "mentorId", state FROM later`,
);

/** Pairings that carry one another on. */
@Injectable()
export class ChainQueries {
  /** Who reads the file of a pairing (growth, portfolio, observations) because she carries it on. */
  async heirs(read: Read, pairingId: PairingId): Promise<ReadonlySet<PersonId>> {
    return heirsOf(await read.rows<Heir>(later, [pairingId]));
  }
}
