import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { Hold, PartyId, SittingHold, SittingId, Temporal } from '@qinglan/domain';
import { Holds, type Parties, type WantedAt } from './holds';

const places = `jsonb_to_recordset($1::jsonb) AS h
  ("sittingId" uuid, "personId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)`;

// Who was let go and comes again holds anew what the sitting takes now.
const take = statement(
  'scheduling-sitting-take',
  `INSERT INTO hold (sitting_id, party_id, role, starts_at, ends_at)
   SELECT h."sittingId", h."personId", 'participant', h."startsAt", h."endsAt" FROM ${places}
   ON CONFLICT (sitting_id, party_id) WHERE sitting_id IS NOT NULL
     DO UPDATE SET released_at = NULL, starts_at = excluded.starts_at, ends_at = excluded.ends_at
     WHERE hold.released_at IS NOT NULL`,
);
const free = statement(
  'scheduling-sitting-free',
  `UPDATE hold SET released_at = $2 FROM ${places}
   WHERE hold.sitting_id = h."sittingId" AND hold.party_id = h."personId" AND hold.released_at IS NULL`,
);
const keepOnly = statement(
  'scheduling-sitting-keep-only',
  'UPDATE hold SET released_at = $3 WHERE sitting_id = $1 AND released_at IS NULL AND party_id <> ALL($2::uuid[])',
);

const payload = (holds: readonly SittingHold[]): string =>
  JSON.stringify(
    holds.map(({ sittingId, personId, slot: { startsAt, endsAt } }) => ({
      ...{ sittingId, personId, startsAt: startsAt.toString(), endsAt: endsAt.toString() },
    })),
  );

/** What people on a list hold at sittings, in the same table as lessons; who and what a sitting names is not touched. */
@Injectable()
export class SittingHolds {
  constructor(private readonly holds: Holds) {}

  /** In id order, before anybody looks at what they hold. */
  lock(tx: Tx, personIds: readonly PartyId[]): Promise<Parties> {
    return this.holds.lock(
      tx,
      personIds.map((partyId) => ({ partyId })),
    );
  }

  /** Everything that each of these people holds on the days from her first slot to her last. */
  live(read: Read, wanted: readonly WantedAt[]): Promise<readonly Hold[]> {
    return this.holds.liveOf(read, wanted);
  }

  async take(tx: Tx, holds: readonly SittingHold[]): Promise<void> {
    if (holds.length > 0) await tx.run(take, [payload(holds)]);
  }

  async free(tx: Tx, holds: readonly SittingHold[], at: Temporal.Instant): Promise<void> {
    if (holds.length > 0) await tx.run(free, [payload(holds), at.toString()]);
  }

  /** Lets go everybody but these. */
  async keepOnly(
    tx: Tx,
    sittingId: SittingId,
    { partyIds, at }: { readonly partyIds: readonly PartyId[]; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(keepOnly, [sittingId, partyIds, at.toString()]);
  }
}
