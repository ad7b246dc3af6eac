import { Injectable } from '@nestjs/common';
import { type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type {
  Actor,
  ActivityId,
  Clash,
  Hold,
  PartyId,
  PartyInSlot,
  PlacedWindow,
  Slot,
  Temporal,
} from '@qinglan/domain';
import { ClashQueries } from './clash.queries';
import { Holds, type Parties } from './holds';

const add = statement(
  'scheduling-meeting-hold',
  `INSERT INTO hold (activity_id, party_id, role, starts_at, ends_at)
   SELECT $1, h."partyId", h.role, $3, $4 FROM jsonb_to_recordset($2::jsonb) AS h ("partyId" uuid, role text)`,
);
const move = statement(
  'scheduling-meeting-move',
  'UPDATE hold SET starts_at = $2, ends_at = $3 WHERE activity_id = $1 AND released_at IS NULL',
);
const release = statement(
  'scheduling-meeting-release',
  'UPDATE hold SET released_at = $2 WHERE activity_id = $1 AND released_at IS NULL',
);

/** A meeting, and who and what has to be there. */
export interface Meeting {
  readonly activityId: ActivityId;
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

  async hold(tx: Tx, { activityId, parties, slot }: Meeting): Promise<void> {
    await tx.run(add, [activityId, JSON.stringify(parties), slot.startsAt.toString(), slot.endsAt.toString()]);
  }

  async move(tx: Tx, activityId: ActivityId, slot: Slot): Promise<void> {
    await tx.run(move, [activityId, slot.startsAt.toString(), slot.endsAt.toString()]);
  }

  async release(tx: Tx, activityId: ActivityId, at: Temporal.Instant): Promise<void> {
    await tx.run(release, [activityId, at.toString()]);
  }

  /** Says who is taken, by what as far as the actor may know it, and where the meeting could lie instead. */
  async refused(read: Read, actor: Actor, { clashes, moves, parties }: MeetingClashes): Promise<Refused> {
    const found = { clashes, moves: () => moves, subject: '', parties };
    return new Refused('party-taken', { clashes: [...(await this.clashes.describe(read, actor, found))] });
  }
}
