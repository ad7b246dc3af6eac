import { randomUUID } from 'node:crypto';
import { addDays, obligationKinds, type PairingId, type PairingState, type StudioId, Temporal } from '@qinglan/domain';
import { aPerson, aStudio, type House, type Person, type Town } from '../../support';

/** The day on which the tests of tracking stand: a Thursday of the thirteenth week of the term. */
export const today = Temporal.PlainDate.from('2026-11-26');
export const now = '2026-11-26T02:00:00Z';
export const ago = (days: number): Temporal.PlainDate => addDays(today, -days);

/** What is due of one kind within some days around today. */
export interface ShareWish {
  readonly begun: number;
  readonly lasts: number;
  readonly due: number;
  readonly done: number;
}

/** A pairing as it is written past the doors; days are counted back from today. */
export interface TrackedWish {
  readonly state?: PairingState;
  readonly began?: number;
  /** Days since the last contact; null where there was none. */
  readonly contact?: number | null;
  /** Days since the last day; negative while it is to come. */
  readonly end?: number | null;
  readonly endedOn?: number | null;
  readonly agreementState?: 'asks' | 'read' | 'written';
  readonly signatures?: number;
  /** A text waits beside the one in force. */
  readonly revised?: boolean;
  readonly shares?: readonly ShareWish[];
  /** Days since observations were submitted that wait. */
  readonly submitted?: readonly number[];
  /** The same of observations that were replied to, which locks them. */
  readonly replied?: readonly number[];
  /** Days since it was laid before the two; null where history does not know. */
  readonly asked?: number | null;
  /** Days since the mentor heard a lesson. */
  readonly heard?: readonly number[];
  readonly studioId?: StudioId | null;
}

/** Two people and where they are tracked. */
export interface Two {
  readonly mentor: Person;
  readonly mentee: Person;
}

export const twoOf = async (house: House, town: Town): Promise<Two> => ({
  mentor: await aPerson(house, town.hangzhou.id, 'mentor'),
  mentee: await aPerson(house, town.aksu.id, 'mentee'),
});

const dayOf = (days: number | null | undefined): string | null =>
  days === null || days === undefined ? null : ago(days).toString();

async function insertPairing({ sql }: House, { mentor, mentee }: Two, wish: TrackedWish): Promise<PairingId> {
  const pairingId = randomUUID() as PairingId;
  await sql(
    // What is due is marked as reckoned from the terms that are there: the sweep of the house leaves it as it is wished.
    `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, to_day, state, agreement_state, last_contact_on,
       ended_on, shares_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (
       SELECT coalesce(string_agg(t.code || ':' || t.first_monday || ':' || t.week_count, ' ' ORDER BY t.code), '')
       FROM person m JOIN organisation o ON o.id = m.organisation_id LEFT JOIN term t ON t.side_id = o.side_id
       WHERE m.id = $3))`,
    [
      ...[pairingId, mentor.id, mentee.id, wish.studioId ?? null, dayOf(wish.began ?? 60), dayOf(wish.end ?? -200)],
      ...[wish.state ?? 'active', wish.agreementState ?? 'written', dayOf(wish.contact ?? null), dayOf(wish.endedOn)],
    ],
  );
  return pairingId;
}

async function insertShares({ sql }: House, pairingId: PairingId, shares: readonly ShareWish[]): Promise<void> {
  for (const [at, { begun, lasts, due, done }] of shares.entries()) {
    const kind = obligationKinds[at];
    const obligation = randomUUID();
    await sql(
      `INSERT INTO obligation (id, pairing_id, owed_by, kind, number, per) VALUES ($1, $2, 'mentor', $3, 9, 'term')`,
      [obligation, pairingId, kind],
    );
    await sql(
      `INSERT INTO obligation_share (obligation_id, pairing_id, kind, first_day, last_day, due, done)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [obligation, pairingId, kind, dayOf(begun), addDays(ago(begun), lasts - 1).toString(), due, done],
    );
  }
}

/** Credits of lessons that the mentor heard, so many days ago. */
export async function heard({ sql }: House, pairingId: PairingId, days: readonly number[]): Promise<void> {
  await sql(
    `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
     SELECT $1, 'mentor-hears', day, 'lesson', gen_random_uuid(), '数学', now() FROM unnest($2::date[]) AS day`,
    [pairingId, days.map(dayOf)],
  );
}

async function insertObservations({ sql }: House, two: Two & { pairingId: PairingId }, days: readonly number[]) {
  await sql(
    `INSERT INTO observation (id, pairing_id, direction, mode, observer_id, observed_id, on_day, school, state, opened_at,
       submitted_at)
     SELECT gen_random_uuid(), $1, 'mentor-hears', 'on-site', $2, $3, day, '学校', 'submitted', day,
       (day + time '23:30') AT TIME ZONE 'Asia/Shanghai'
     FROM unnest($4::date[]) AS day`,
    [two.pairingId, two.mentor.id, two.mentee.id, days.map(dayOf)],
  );
}

async function laidBefore({ sql }: House, pairingId: PairingId, days: number | null): Promise<void> {
  if (days === null) return;
  await sql(
    `INSERT INTO history (subject_id, at, act)
     VALUES ($1, ($2::date + time '23:30') AT TIME ZONE 'Asia/Shanghai', 'pairing.consenting')`,
    [pairingId, dayOf(days)],
  );
}

/** A pairing with everything that tracking looks at. */
export async function aTracked(house: House, two: Two, wish: TrackedWish): Promise<PairingId> {
  const pairingId = await insertPairing(house, two, wish);
  await insertShares(house, pairingId, wish.shares ?? []);
  for (const party of ['mentor', 'mentee', 'school'].slice(0, wish.signatures ?? 3))
    await house.sql(
      'INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at) VALUES ($1, $2, $3, now())',
      [...[pairingId, party, two.mentor.id]],
    );
  if (wish.revised)
    await house.sql(
      `INSERT INTO agreement_revision (pairing_id, from_day, clauses, obligations) VALUES ($1, '2026-09-01', '', '[]')`,
      [pairingId],
    );
  const observed = { ...two, pairingId };
  await insertObservations(house, observed, wish.replied ?? []);
  await house.sql(
    `UPDATE observation SET state = 'locked', reply = '谢谢', replied_at = submitted_at, locked_at = submitted_at
     WHERE pairing_id = $1`,
    [pairingId],
  );
  await insertObservations(house, observed, wish.submitted ?? []);
  await laidBefore(house, pairingId, wish.asked ?? null);
  await heard(house, pairingId, wish.heard ?? []);
  return pairingId;
}

export const aLedStudio = (house: House, town: Town, lead: Person): Promise<StudioId> =>
  aStudio(house, town.aksu.id, lead.id);
