import { Injectable } from '@nestjs/common';
import { type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type {
  Actor,
  ActivityId,
  Clash,
  Hold,
  ObservationRequestId,
  PartyId,
  PartyInSlot,
  PlacedWindow,
  SittingId,
  Slot,
  Temporal,
} from '@qinglan/domain';
import { ClashQueries } from './clash.queries';
import { Holds, type Parties } from './holds';

/** What a meeting is: an activity of a studio, a sitting of a programme item, or an observation of a lesson elsewhere. */
export type MeetingCause =
  | { readonly activityId: ActivityId }
  | { readonly sittingId: SittingId }
  | { readonly requestId: ObservationRequestId };

const statementsFor = (column: 'activity_id' | 'sitting_id' | 'request_id') => ({
  add: statement(
    `scheduling-hold-${column}`,
    `INSERT INTO hold (${column}, party_id, role, starts_at, ends_at)
     SELECT $1, h."partyId", h.role, $3, $4 FROM jsonb_to_recordset($2::jsonb) AS h ("partyId" uuid, role text)`,
  ),
  move: statement(
    `scheduling-move-${column}`,
    `UPDATE hold SET starts_at = $2, ends_at = $3 WHERE ${column} = $1 AND released_at IS NULL`,
  ),
  release: statement(
    `scheduling-release-${column}`,
    `UPDATE hold SET released_at = $2 WHERE ${column} = ANY($1::uuid[]) AND released_at IS NULL`,
  ),
});
const ofActivity = statementsFor('activity_id');
const ofSitting = statementsFor('sitting_id');

const ofRequest = statementsFor('request_id');

function keptBy(cause: MeetingCause) {
  if ('sittingId' in cause) return { id: cause.sittingId, ...ofSitting };
  return 'requestId' in cause ? { id: cause.requestId, ...ofRequest } : { id: cause.activityId, ...ofActivity };
}

// Who was asked before, let go and is asked again holds anew what the meeting takes now.
const exchange = statement(
  'scheduling-meeting-exchange',
  `WITH wanted AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS h ("partyId" uuid, role text)),
     gone AS (
       UPDATE hold SET released_at = $5
       WHERE activity_id = $1 AND released_at IS NULL AND party_id NOT IN (SELECT "partyId" FROM wanted))
   INSERT INTO hold (activity_id, party_id, role, starts_at, ends_at)
   SELECT $1, "partyId", role, $3, $4 FROM wanted
   ON CONFLICT (activity_id, party_id) WHERE activity_id IS NOT NULL
     DO UPDATE SET released_at = NULL, starts_at = excluded.starts_at, ends_at = excluded.ends_at
     WHERE hold.released_at IS NOT NULL`,
);

/** Who and what has to be there, and when. */
export interface MeetingPlaced {
  readonly parties: readonly PartyInSlot[];
  readonly slot: Slot;
}

/** Why a meeting cannot lie there, and the starts of the day that are free for everybody. */
export interface MeetingClashes {
  readonly clashes: readonly Clash[];
  readonly moves: readonly PlacedWindow[];
  readonly parties: Parties;
}

/** Meetings hold people and rooms in the same table as lessons, so the same constraint has the last word. */
@Injectable()
export class MeetingHolds {
  constructor(
    private readonly holds: Holds,
    private readonly clashes: ClashQueries,
  ) {}

  /** In id order, before anybody looks at what they hold. */
  lock(tx: Tx, partyIds: readonly PartyId[]): Promise<Parties> {
    return this.holds.lock(
      tx,
      partyIds.map((partyId) => ({ partyId })),
    );
  }

  /** What these parties hold on the day of the slot. */
  live(read: Read, partyIds: readonly PartyId[], slot: Slot): Promise<readonly Hold[]> {
    return this.holds.live(
      read,
      partyIds.map((partyId) => ({ partyId })),
      [slot],
    );
  }

  async hold(tx: Tx, cause: MeetingCause, { parties, slot }: MeetingPlaced): Promise<void> {
    const { id, add } = keptBy(cause);
    await tx.run(add, [id, JSON.stringify(parties), slot.startsAt.toString(), slot.endsAt.toString()]);
  }

  async move(tx: Tx, cause: MeetingCause, slot: Slot): Promise<void> {
    const { id, move } = keptBy(cause);
    await tx.run(move, [id, slot.startsAt.toString(), slot.endsAt.toString()]);
  }

  /** Holds what these parties are needed for, and lets go whoever is not among them. */
  async exchange(
    tx: Tx,
    activityId: ActivityId,
    { parties, slot, at }: MeetingPlaced & { readonly at: Temporal.Instant },
  ): Promise<void> {
    const span = [slot.startsAt.toString(), slot.endsAt.toString()];
    await tx.run(exchange, [activityId, JSON.stringify(parties), ...span, at.toString()]);
  }

  async release(tx: Tx, cause: MeetingCause, at: Temporal.Instant): Promise<void> {
    const { id, release } = keptBy(cause);
    await tx.run(release, [[id], at.toString()]);
  }

  /** The same for many sittings. */
  async releaseSittings(tx: Tx, sittingIds: readonly SittingId[], at: Temporal.Instant): Promise<void> {
    await tx.run(ofSitting.release, [sittingIds, at.toString()]);
  }

  /** Says who is taken, by what as far as the actor may know it, and where the meeting could lie instead. */
  async refused(read: Read, actor: Actor, { clashes, moves, parties }: MeetingClashes): Promise<Refused> {
    const found = { clashes, moves: () => moves, subject: '', parties };
    return new Refused('party-taken', { clashes: [...(await this.clashes.describe(read, actor, found))] });
  }
}
