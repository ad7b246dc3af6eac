import { Injectable } from '@nestjs/common';
import { constraintOf, type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { ApartCause, MatchedPair, MatchingRoundId, PairingId, PersonId, Temporal } from '@qinglan/domain';
import { apartPairs, causeOrder } from './matching.sql';
import type { RoundFacts } from './round.facts';

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
  `INSERT INTO matching_laid (pairing_id, round_id, mentee_id, mentor_id)
   SELECT e."pairingId", $1, e."menteeId", e."mentorId"
   FROM jsonb_to_recordset($2::jsonb) AS e ("pairingId" uuid, "menteeId" uuid, "mentorId" uuid)`,
);
// $1 the round, $2 from which day it pairs, $3 the one, $4 the part of the one.
const apartFrom = statement(
  'matching-apart-from',
  `SELECT t.id, o.name, t.cause FROM (
     SELECT DISTINCT ON (other) other AS id, t.cause
     FROM (SELECT CASE WHEN $4 = 'mentee' THEN a.mentor_id ELSE a.mentee_id END AS other, a.cause
       FROM (${apartPairs('$1::uuid', '$2::date')}) a
       WHERE CASE WHEN $4 = 'mentee' THEN a.mentee_id ELSE a.mentor_id END = $3) t
     ORDER BY other, ${causeOrder('t.cause')}) t
   JOIN person o ON o.id = t.id`,
);
// Whoever is of the cohort, in a studio's round as far as they are of its subject.
const addCohort = statement(
  'matching-people-cohort',
  `INSERT INTO matching_person (round_id, person_id, part)
   SELECT r.id, o.id, CASE WHEN 'mentor' = ANY (o.roles) THEN 'mentor' ELSE 'mentee' END
   FROM matching_round r JOIN person o ON o.cohort = r.cohort LEFT JOIN studio s ON s.id = r.studio_id
   WHERE r.id = $1 AND o.roles && ARRAY['mentor', 'mentee'] AND (s.id IS NULL OR o.subject = s.subject)
   ON CONFLICT ON CONSTRAINT matching_person_pk DO NOTHING`,
);
const strangers = statement(
  'matching-people-strangers',
  `SELECT o.name FROM matching_person mp JOIN person o ON o.id = mp.person_id
   WHERE mp.round_id = $1 AND ($3::uuid[] IS NULL OR mp.person_id = ANY ($3)) AND CASE WHEN mp.part = 'mentor' THEN o.cohort IS DISTINCT FROM $2 ELSE o.cohort <> $2 END
   ORDER BY o.code LIMIT 4`,
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

/** Somebody who cannot be had, and why. */
export interface ApartPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly cause: ApartCause;
}

/** A pair laid before the two, with the pairing that waits for both words. */
export interface LaidPair extends MatchedPair {
  readonly pairingId: PairingId;
}

/** So many a plan is worked out for while the asker waits. */
const most = { mentors: 3000, mentees: 10_000 };

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

  /** Who cannot be had by somebody of the round, with the cause. */
  apartFrom(
    read: Read,
    { roundId, fromDay }: Pick<RoundFacts, 'roundId' | 'fromDay'>,
    { personId, as }: { readonly personId: PersonId; readonly as: 'mentor' | 'mentee' },
  ): Promise<readonly ApartPerson[]> {
    return read.rows<ApartPerson>(apartFrom, [roundId, fromDay, personId, as]);
  }

  /** However many pairs, one statement. */
  async lay(tx: Tx, roundId: MatchingRoundId, pairs: readonly LaidPair[]): Promise<void> {
    await tx.run(lay, [roundId, JSON.stringify(pairs)]);
  }

  /** Everybody of a cohort is in its round. */
  async addCohort(tx: Tx, roundId: MatchingRoundId): Promise<void> {
    await tx.run(addCohort, [roundId]);
  }

  /** A round holds no more people than a plan can be worked out for. */
  async refuseCrowd(tx: Tx, roundId: MatchingRoundId): Promise<void> {
    const { mentors, mentees } = await this.members(tx, roundId);
    if (mentors.length <= most.mentors && mentees.length <= most.mentees) return;
    throw new Refused('matching-crowded', { detail: `${String(most.mentees)} × ${String(most.mentors)}` });
  }

  /** A round for a cohort has no mentors of another, and no mentees of another; `ids`: who came in, or null for all. */
  async refuseStrangers(
    tx: Tx,
    { roundId, cohort }: Pick<RoundFacts, 'roundId' | 'cohort'>,
    ids: readonly PersonId[] | null,
  ): Promise<void> {
    if (cohort === null) return;
    const found = await tx.rows<{ readonly name: string }>(strangers, [roundId, cohort, ids]);
    if (found.length > 0) throw new Refused('matching-cohort', { detail: found.map(({ name }) => name).join('、') });
  }
}
