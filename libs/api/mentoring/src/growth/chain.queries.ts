import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import {
  type Heir,
  heirsOf,
  type PairingId,
  type PairingState,
  type PersonId,
  statesWithoutFile,
} from '@qinglan/domain';
import { listed } from '../standing.sql';

const laterOf = (pairing: string): string => `WITH RECURSIVE later AS (
     SELECT n.id, n.mentor_id, n.state FROM pairing n WHERE n.continues_id = ${pairing}
     UNION ALL SELECT n.id, n.mentor_id, n.state FROM pairing n JOIN later l ON n.continues_id = l.id)`;

const later = statement('growth-chain-later', `${laterOf('$1')} SELECT mentor_id AS "mentorId", state FROM later`);

const next = statement('growth-chain-next', 'SELECT state FROM pairing WHERE continues_id = $1 ORDER BY id');

const closed = listed(statesWithoutFile);

/** What `heirsOf` says, in SQL, by the expression of a pairing's id. */
export const heirIdsSql = (pairing: string): string =>
  `ARRAY(${laterOf(pairing)} SELECT DISTINCT mentor_id FROM later WHERE state NOT IN (${closed}))`;

/** Pairings that carry one another on. */
@Injectable()
export class ChainQueries {
  /** Who reads the file of a pairing (growth, portfolio, observations) because she carries it on. */
  async heirs(read: Read, pairingId: PairingId): Promise<ReadonlySet<PersonId>> {
    return heirsOf(await read.rows<Heir>(later, [pairingId]));
  }

  /** States of the pairings that carry this one on, those that lapsed among them. */
  async continuations(read: Read, pairingId: PairingId): Promise<readonly PairingState[]> {
    return (await read.rows<{ readonly state: PairingState }>(next, [pairingId])).map(({ state }) => state);
  }
}
