import { randomUUID } from 'node:crypto';
import { type MatchingRoundId, type StudioId, usualWeights } from '@qinglan/domain';
import type { TestDatabase } from './test-database';
import type { Person } from './town';

type Sql = Pick<TestDatabase, 'sql'>;

export interface RoundMade {
  readonly roundId: MatchingRoundId;
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
}

export interface RoundWish {
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
  readonly studioId?: StudioId | null;
  /** A round without a studio is for a cohort; no mentor need be of this one. */
  readonly cohort?: string | null;
  /** With two empty plans, as if they had been asked for. */
  readonly isPlanned?: boolean;
}

const figures = { placed: 0, unplaced: 0, worth: 0, load: 0, total: 0, wouldRather: 0 };

/** A round written past the doors: open for the whole of August and September 2026. */
export async function aMatchingRound({ sql }: Sql, wish: RoundWish): Promise<RoundMade> {
  const { mentors, mentees, studioId = null, cohort = studioId ? null : '试行', isPlanned = false } = wish;
  const roundId = randomUUID() as MatchingRoundId;
  await sql(
    `INSERT INTO matching_round (id, title, studio_id, cohort, opens_on, closes_on, from_day, to_day, hours_per_mentee, weights,
       state, plans, planned_at)
     VALUES ($1, '秋季匹配', $2, $5, '2026-08-01', '2026-09-30', '2026-10-01', '2027-07-31', 2, $3::jsonb,
       CASE WHEN $4::jsonb IS NULL THEN 'open' ELSE 'proposed' END, $4::jsonb,
       CASE WHEN $4::jsonb IS NOT NULL THEN '2026-08-24T02:00:00Z'::timestamptz END)`,
    [
      ...[roundId, studioId, JSON.stringify(usualWeights)],
      isPlanned ? JSON.stringify({ optimal: figures, stable: figures }) : null,
      cohort,
    ],
  );
  const add = (part: string) => async (person: Person) =>
    sql('INSERT INTO matching_person (round_id, person_id, part) VALUES ($1, $2, $3)', [roundId, person.id, part]);
  for (const mentor of mentors) await add('mentor')(mentor);
  for (const mentee of mentees) await add('mentee')(mentee);
  return { roundId, mentors, mentees };
}

/** Gives somebody a subject. */
export const ofSubject = async ({ sql }: Sql, person: Person, subject: string): Promise<void> => {
  await sql('UPDATE person SET subject = $2 WHERE id = $1', [person.id, subject]);
};

/** Puts so many into a round at once, all of one subject; mentors take `room` each. */
export const manyInRound = async (
  { sql }: Sql,
  roundId: MatchingRoundId,
  many: { readonly schoolId: string; readonly mentors: number; readonly mentees: number; readonly room?: number },
): Promise<void> => {
  await sql(
    `WITH made AS (INSERT INTO party (id, kind, organisation_id, name)
         SELECT gen_random_uuid(), 'person', $2, '多' FROM generate_series(1, $3::integer + $4::integer) RETURNING id),
       people AS (INSERT INTO person (id, code, organisation_id, name, roles, subject, evidence)
         SELECT id, id::text, $2, '多', CASE WHEN row_number() OVER () <= $3 THEN '{mentor}' ELSE '{mentee}' END::text[],
           '化学', 'demo' FROM made RETURNING id, roles)
     INSERT INTO matching_person (round_id, person_id, part, capacity, told_at)
     SELECT $1, id, roles[1], CASE WHEN roles[1] = 'mentor' THEN $5::smallint END, now() FROM people`,
    [roundId, many.schoolId, many.mentors, many.mentees, many.room ?? 2],
  );
};
