import { randomUUID } from 'node:crypto';
import type { ObligationKind, OpenLessonId, PairingId, PetitionId, PortfolioItemId } from '@qinglan/domain';
import type { PairingMade } from './mentoring';
import type { TestDatabase } from './test-database';
import type { Person } from './town';

type Sql = Pick<TestDatabase, 'sql'>;

/** Puts somebody into a cohort. */
export const inCohort = async ({ sql }: Sql, person: Person, cohort: string): Promise<void> => {
  await sql('UPDATE person SET cohort = $2 WHERE id = $1', [person.id, cohort]);
};

/** An observation that was submitted and countersigned, written past the doors. */
export async function aCountersigned(
  { sql }: Sql,
  { pairingId, mentor, mentee }: PairingMade,
  direction: 'mentor-hears' | 'mentee-hears',
): Promise<string> {
  const id = randomUUID();
  const [observer, observed] = direction === 'mentor-hears' ? [mentor, mentee] : [mentee, mentor];
  await sql(
    `INSERT INTO observation (id, pairing_id, direction, mode, observer_id, observed_id, on_day, school, subject, state,
       opened_at, submitted_at, locked_at, countersigned_at)
     VALUES ($1, $2, $3, 'live', $4, $5, '2026-08-24', '阿高', '数学', 'locked', '2026-08-24T02:00:00Z',
       '2026-08-24T03:00:00Z', '2026-08-24T04:00:00Z', '2026-08-24T04:00:00Z')`,
    [id, pairingId, direction, observer.id, observed.id],
  );
  return id;
}

/** An open lesson on a day, with a panel that has not marked. */
export async function anOpenLesson(
  { sql }: Sql,
  pairing: Pick<PairingMade, 'pairingId'>,
  given: { readonly panel?: readonly Pick<Person, 'id'>[]; readonly onDay?: string } = {},
): Promise<OpenLessonId> {
  const id = randomUUID() as OpenLessonId;
  await sql(`INSERT INTO open_lesson (id, pairing_id, on_day, topic) VALUES ($1, $2, $3, '一元二次方程')`, [
    ...[id, pairing.pairingId, given.onDay ?? '2026-08-24'],
  ]);
  for (const { id: personId } of given.panel ?? [])
    await sql('INSERT INTO panel_mark (open_lesson_id, person_id) VALUES ($1, $2)', [id, personId]);
  return id;
}

/** Something that was counted by hand by somebody, past the doors; shares are not counted anew. */
export async function aHandCounted(
  { sql }: Sql,
  given: {
    readonly pairingId: PairingId;
    readonly kind: ObligationKind;
    readonly by: Person;
    readonly onDay?: string;
  },
): Promise<PortfolioItemId> {
  const id = randomUUID() as PortfolioItemId;
  await sql(
    `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, evidence, by_id, at)
     VALUES ($1, $2, $5, 'hand', $3, '手工登记', '听课本第1页', $4, '2026-08-24T02:00:00Z')`,
    [given.pairingId, given.kind, id, given.by.id, given.onDay ?? '2026-08-24'],
  );
  return id;
}

/** A petition of one of the two that waits. */
export async function aPetition({ sql }: Sql, pairingId: PairingId, by: Person): Promise<PetitionId> {
  const id = randomUUID() as PetitionId;
  await sql(
    `INSERT INTO pairing_petition (id, pairing_id, by_id, reason, asked_at)
     VALUES ($1, $2, $3, '工作调动', '2026-08-24T02:00:00Z')`,
    [id, pairingId, by.id],
  );
  return id;
}

export interface FileMade {
  readonly itemId: PortfolioItemId;
  readonly openLessonId: OpenLessonId;
  readonly petitionId: PetitionId;
}

/** One of each in the file of a pairing. */
export async function aFile(house: Sql, pairing: PairingMade, panel: readonly Person[]): Promise<FileMade> {
  const { pairingId, mentor, mentee } = pairing;
  return {
    itemId: await aHandCounted(house, { pairingId, kind: 'lesson-plan', by: mentor }),
    openLessonId: await anOpenLesson(house, pairing, { panel }),
    petitionId: await aPetition(house, pairingId, mentee),
  };
}
