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
  /** With two empty plans, as if they had been asked for. */
  readonly isPlanned?: boolean;
}

const plan = { figures: { placed: 0, unplaced: 0, total: 0, wouldRather: 0 }, pairs: [], unplaced: [] };

/** A round written past the doors: open for the whole of August and September 2026. */
export async function aMatchingRound({ sql }: Sql, wish: RoundWish): Promise<RoundMade> {
  const { mentors, mentees, studioId = null, isPlanned = false } = wish;
  const roundId = randomUUID() as MatchingRoundId;
  await sql(
    `INSERT INTO matching_round (id, title, studio_id, opens_on, closes_on, from_day, to_day, hours_per_mentee, weights,
       state, plans, planned_at)
     VALUES ($1, '秋季匹配', $2, '2026-08-01', '2026-09-30', '2026-10-01', '2027-07-31', 2, $3::jsonb,
       CASE WHEN $4::jsonb IS NULL THEN 'open' ELSE 'proposed' END, $4::jsonb,
       CASE WHEN $4::jsonb IS NOT NULL THEN '2026-08-24T02:00:00Z'::timestamptz END)`,
    [
      ...[roundId, studioId, JSON.stringify(usualWeights)],
      isPlanned ? JSON.stringify({ optimal: plan, stable: plan }) : null,
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
