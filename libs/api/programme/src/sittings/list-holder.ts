import { Injectable } from '@nestjs/common';
import { type Refused, statement, type Tx } from '@qinglan/api-platform';
import { type MeetingClashes, MeetingHolds, SittingHolds } from '@qinglan/api-scheduling';
import {
  type Actor,
  holdsOfList,
  type ItemId,
  type ListedSitting,
  meetingParties,
  type PersonId,
  type Temporal,
} from '@qinglan/domain';
import { SittingQueries, type SittingFacts } from './sitting.queries';

const enrolled = statement(
  'sitting-enrolled',
  `SELECT person_id AS "personId" FROM enrolment WHERE item_id = $1 AND state = 'enrolled' ORDER BY person_id`,
);

/** Whose holds are brought in step with the list. */
export interface Settling {
  readonly itemId: ItemId;
  readonly personIds: readonly PersonId[];
  readonly now: Temporal.Instant;
}

/** Who is on the list and not held, by what as it stands. */
export type ListClashes = Omit<MeetingClashes, 'moves'>;

const noClashes: ListClashes = { clashes: [], parties: new Map() };

/** Keeps what people of a list hold in step with the list and its sittings. Whoever calls has locked the item first. */
@Injectable()
export class ListHolder {
  constructor(
    private readonly sittings: SittingQueries,
    private readonly holds: SittingHolds,
    private readonly meetings: MeetingHolds,
  ) {}

  /** Everybody on the list. */
  async listed(tx: Tx, itemId: ItemId): Promise<readonly PersonId[]> {
    const rows = await tx.rows<{ readonly personId: PersonId }>(enrolled, [itemId]);
    return rows.map(({ personId }) => personId);
  }

  /** Holds these people for what is to come as far as they are free, and lets go who is no longer on the list. */
  async settle(tx: Tx, { itemId, personIds, now }: Settling): Promise<ListClashes> {
    const sittings = await this.sittings.toCome(tx, itemId, now);
    if (sittings.length === 0 || personIds.length === 0) return noClashes;
    const parties = await this.holds.lock(tx, personIds);
    const { take, free, clashes } = await this.holdsOf(tx, sittings, { itemId, personIds, now });
    await this.holds.free(tx, free, now);
    await this.holds.take(tx, take);
    return { clashes, parties };
  }

  /** Before a sitting moves: who is only listed holds the new time if free then. */
  async letGo(tx: Tx, sitting: SittingFacts, at: Temporal.Instant): Promise<void> {
    const partyIds = meetingParties(sitting).map(({ partyId }) => partyId);
    await this.holds.keepOnly(tx, sitting.id, { partyIds, at });
  }

  /** An item does not move for one of its list: no other start is proposed. */
  refused(tx: Tx, actor: Actor, clashes: ListClashes): Promise<Refused> {
    return this.meetings.refused(tx, actor, { ...clashes, moves: [] });
  }

  private async holdsOf(tx: Tx, sittings: readonly ListedSitting[], { itemId, personIds, now }: Settling) {
    const slots = sittings.map(({ slot }) => slot);
    const holds = await this.holds.live(tx, personIds, slots);
    return holdsOfList({ sittings, personIds, enrolled: new Set(await this.listed(tx, itemId)), holds, now });
  }
}
