import { randomUUID } from 'node:crypto';
import type { ObligationTerms, OrganisationId, PairingId, PairingState, StudioId } from '@qinglan/domain';
import type { TestDatabase } from './test-database';
import type { Person } from './town';

type Sql = Pick<TestDatabase, 'sql'>;

/** A studio of an organisation, led by somebody or by nobody. */
export async function aStudio({ sql }: Sql, hostId: OrganisationId, leadId: string | null = null): Promise<StudioId> {
  const id = randomUUID() as StudioId;
  await sql(
    `INSERT INTO studio (id, code, subject, field, host_id, lead_id, evidence)
     VALUES ($1, $2, '高中数学', 'education', $3, $4, 'demo')`,
    [id, `QL-${id.slice(0, 8)}`, hostId, leadId],
  );
  return id;
}

export interface PairingMade {
  readonly pairingId: PairingId;
  readonly mentor: Person;
  readonly mentee: Person;
  readonly studioId: StudioId | null;
}

export interface PairingWish {
  readonly mentor: Person;
  readonly mentee: Person;
  readonly studioId?: StudioId | null;
  readonly state?: PairingState;
  readonly fromDay?: string;
  readonly toDay?: string | null;
  /** Written without shares; `RenewShares` makes those. */
  readonly obligations?: readonly ObligationTerms[];
}

/** A pairing written past the doors, running since 1 August 2026 for a year unless wished otherwise. */
export async function aPairing({ sql }: Sql, wish: PairingWish): Promise<PairingMade> {
  const pairingId = randomUUID() as PairingId;
  const { mentor, mentee, studioId = null } = wish;
  await sql(
    `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, to_day, state, agreement_state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'written')`,
    [
      ...[pairingId, mentor.id, mentee.id, studioId, wish.fromDay ?? '2026-08-01'],
      ...[wish.toDay === undefined ? '2027-07-31' : wish.toDay, wish.state ?? 'active'],
    ],
  );
  for (const { owedBy, kind, number, per } of wish.obligations ?? []) {
    await sql('INSERT INTO obligation (pairing_id, owed_by, kind, number, per) VALUES ($1, $2, $3, $4, $5)', [
      ...[pairingId, owedBy, kind, number, per],
    ]);
  }
  return { pairingId, mentor, mentee, studioId };
}
