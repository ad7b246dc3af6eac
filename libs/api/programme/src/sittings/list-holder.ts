import { Injectable } from '@nestjs/common';
import { type Refused, statement, type Tx } from '@qinglan/api-platform';
import { type MeetingClashes, MeetingHolds, SittingHolds } from '@qinglan/api-scheduling';
import {
  type Actor,
  holdsOfLists,
  type ItemId,
  type ItemList,
  type ListHolds,
  meetingParties,
  type PersonId,
  type Temporal,
} from '@qinglan/domain';
import { SittingQueries, type SittingFacts } from './sitting.queries';

const enrolled = statement(
  'sitting-enrolled',
  `SELECT person_id AS "personId" FROM enrolment WHERE item_id = $1 AND state = 'enrolled' ORDER BY person_id`,
);
const onLists = statement(
  'sitting-on-lists',
  `SELECT e.item_id AS "itemId", e.person_id AS "personId"
   FROM unnest($1::uuid[], $2::uuid[]) AS asked (item_id, person_id)
   JOIN enrolment e ON e.item_id = asked.item_id AND e.person_id = asked.person_id AND e.state = 'enrolled'`,
);

/** Whose holds are brought in step with a list. */
export interface ListPeople {
  readonly itemId: ItemId;
  readonly personIds: readonly PersonId[];
}

type Lists = readonly (ListPeople & Pick<ItemList, 'sittings'>)[];

/** Who is on the list and not held, by what as it stands. */
export type ListClashes = Omit<MeetingClashes, 'moves'>;

const noClashes: ListClashes = { clashes: [], parties: new Map() };

/** When each of them may have to be somewhere. */
function slotsByPerson(lists: Lists) {
  const all = lists.flatMap(({ personIds, sittings }) =>
    personIds.map((personId) => ({ personId, slots: sittings.map(({ slot }) => slot) })),
  );
  const byPerson = Map.groupBy(all, ({ personId }) => personId);
  return [...byPerson].map(([partyId, some]) => ({ partyId, slots: some.flatMap(({ slots }) => slots) }));
}

/** Keeps what people of lists hold in step with the lists and their sittings. Whoever calls has locked the items first. */
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

  /** Holds these people for what is to come as far as they are free, and lets go who is no longer on a list. */
  async settle(tx: Tx, people: readonly ListPeople[], now: Temporal.Instant): Promise<ListClashes> {
    const lists = await this.toCome(tx, people, now);
    if (lists.length === 0) return noClashes;
    const parties = await this.holds.lock(tx, [...new Set(lists.flatMap(({ personIds }) => personIds))]);
    const { take, free, clashes } = await this.holdsOf(tx, lists, now);
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

  /** Only lists with somebody to look at, and something to hold. */
  private async toCome(tx: Tx, people: readonly ListPeople[], now: Temporal.Instant): Promise<Lists> {
    const some = people.filter(({ personIds }) => personIds.length > 0);
    if (some.length === 0) return [];
    const itemIds = some.map(({ itemId }) => itemId);
    const found = await this.sittings.toCome(tx, itemIds, now);
    return some.flatMap((list) => {
      const sittings = found.get(list.itemId);
      return sittings ? [{ ...list, sittings }] : [];
    });
  }

  private async holdsOf(tx: Tx, lists: Lists, now: Temporal.Instant): Promise<ListHolds> {
    const enrolled = await this.enrolled(tx, lists);
    const holds = await this.holds.live(tx, slotsByPerson(lists));
    const facts = lists.map((list) => ({ ...list, enrolled: enrolled.get(list.itemId) ?? new Set<PersonId>() }));
    return holdsOfLists(facts, { holds, now });
  }

  /** Who of the people of these lists is enrolled, by item. */
  private async enrolled(tx: Tx, lists: Lists): Promise<ReadonlyMap<ItemId, ReadonlySet<PersonId>>> {
    const asked = lists.flatMap(({ itemId, personIds }) => personIds.map((personId) => ({ itemId, personId })));
    const values = [asked.map(({ itemId }) => itemId), asked.map(({ personId }) => personId)];
    const rows = await tx.rows<(typeof asked)[number]>(onLists, values);
    const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
    return new Map([...byItem].map(([itemId, some]) => [itemId, new Set(some.map(({ personId }) => personId))]));
  }
}
