import { Injectable } from '@nestjs/common';
import { constraintOf, type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { MatchedPair, MatchingRoundId, PersonId, Temporal } from '@qinglan/domain';

// Whoever plays that part in the register, and is not in the round yet.
const add = statement(
  'matching-people-add',
  `INSERT INTO matching_person (round_id, person_id, part)
   SELECT $1, o.id, $3::text FROM person o WHERE o.id = ANY ($2::uuid[]) AND o.roles @> ARRAY[$3::text]
   ON CONFLICT ON CONSTRAINT matching_person_pk DO NOTHING`,
);
const fit = statement(
  'matching-people-fit',
  'SELECT count(*)::integer AS count FROM person WHERE id = ANY ($1::uuid[]) AND roles @> ARRAY[$2::text]',
);
const remove = statement(
  'matching-people-remove',
  'DELETE FROM matching_person WHERE round_id = $1 AND person_id = ANY ($2::uuid[])',
);
// Who named somebody that is gone goes on with the rest.
const forget = statement(
  'matching-people-forget',
  `UPDATE matching_person SET named = ARRAY(SELECT n FROM unnest(named) WITH ORDINALITY AS t (n, place)
     WHERE n <> ALL ($2::uuid[]) ORDER BY place), version = version + 1
   WHERE round_id = $1 AND named && $2::uuid[]`,
);
const tell = statement(
  'matching-person-tell',
  `UPDATE matching_person SET named = $3, specialities = $4, capacity = $5, hours_per_week = $6, told_at = $7,
     version = version + 1 WHERE round_id = $1 AND person_id = $2 AND version = $8`,
);
const members = statement(
  'matching-people-members',
  `SELECT coalesce(array_agg(person_id) FILTER (WHERE part = 'mentor'), '{}') AS mentors,
     coalesce(array_agg(person_id) FILTER (WHERE part = 'mentee'), '{}') AS mentees
   FROM matching_person WHERE round_id = $1`,
);
const lay = statement(
  'matching-laid-add',
  'INSERT INTO matching_laid (pairing_id, round_id, mentee_id, mentor_id) VALUES ($1, $2, $3, $4)',
);
const laid = statement(
  'matching-laid-all',
  'SELECT mentee_id AS "menteeId", mentor_id AS "mentorId" FROM matching_laid WHERE round_id = $1',
);

/** What somebody says in a round. */
export interface Told {
  readonly roundId: MatchingRoundId;
  readonly personId: PersonId;
  readonly named: readonly PersonId[];
  readonly specialities: readonly string[];
  readonly capacity: number | null;
  readonly hoursPerWeek: number | null;
  readonly at: Temporal.Instant;
  readonly version: number;
}

/** Who is in a round, on which side. */
export interface Members {
  readonly mentors: readonly PersonId[];
  readonly mentees: readonly PersonId[];
}

/** The only writer of `matching_person` and `matching_laid`. */
@Injectable()
export class PeopleStore {
  async members(read: Read, roundId: MatchingRoundId): Promise<Members> {
    return (await read.row<Members>(members, [roundId])) ?? { mentors: [], mentees: [] };
  }

  /** Everybody plays that part in the register. */
  async add(tx: Tx, roundId: MatchingRoundId, wanted: { ids: readonly PersonId[]; part: 'mentor' | 'mentee' }) {
    const { ids, part } = wanted;
    if (ids.length === 0) return;
    const found = await tx.row<{ readonly count: number }>(fit, [ids, part]);
    if (found?.count !== new Set(ids).size) throw new Refused('matching-stranger');
    await tx.run(add, [roundId, ids, part]);
  }

  /** Whoever was laid before somebody stays. */
  async remove(tx: Tx, roundId: MatchingRoundId, ids: readonly PersonId[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.run(remove, [roundId, ids]).catch((error: unknown) => {
      throw constraintOf(error).startsWith('matching_laid_') ? new Refused('matching-laid', { cause: error }) : error;
    });
    await tx.run(forget, [roundId, ids]);
  }

  /** Overwrites the own word where it is still as it was read. */
  async tell(tx: Tx, { roundId, personId, at, version, ...said }: Told): Promise<void> {
    const { named, specialities, capacity, hoursPerWeek } = said;
    const values = [roundId, personId, named, specialities, capacity, hoursPerWeek, at.toString(), version];
    if ((await tx.run(tell, values)) === 0) throw new Refused('stale');
  }

  laid(read: Read, roundId: MatchingRoundId): Promise<readonly MatchedPair[]> {
    return read.rows<MatchedPair>(laid, [roundId]);
  }

  async lay(tx: Tx, roundId: MatchingRoundId, pair: MatchedPair & { readonly pairingId: string }): Promise<void> {
    await tx.run(lay, [pair.pairingId, roundId, pair.menteeId, pair.mentorId]);
  }
}
