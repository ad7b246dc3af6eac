import type { PersonId, SittingId } from '../kernel';
import { type Clash, findClashes, type Hold } from '../scheduling';
import { before, type Slot, type Temporal } from '../time';

/** A sitting that stands, as its item's list looks at it. */
export interface ListedSitting {
  readonly sittingId: SittingId;
  readonly slot: Slot;
  /** Who is named on the sitting itself and therefore held, on the list or not. */
  readonly namedIds: readonly PersonId[];
}

/** One item's list as far as somebody came or went: its sittings, and these people. */
export interface ItemList {
  readonly sittings: readonly ListedSitting[];
  readonly personIds: readonly PersonId[];
  /** Those of the people who are enrolled; who waits or withdrew is not. */
  readonly enrolled: ReadonlySet<PersonId>;
}

/** Everything that the people of the lists hold on the days of their sittings. */
export interface ListFacts {
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
}

/** One person at one sitting. */
export interface SittingHold {
  readonly sittingId: SittingId;
  readonly personId: PersonId;
  readonly slot: Slot;
}

/** What people of a list have to hold from now on, what they let go, and where they are taken already. */
export interface ListHolds {
  readonly take: readonly SittingHold[];
  readonly free: readonly SittingHold[];
  readonly clashes: readonly Clash[];
}

/** A sitting of a list that somebody is on, or was on until now. */
interface OwnSitting extends ListedSitting {
  readonly isEnrolled: boolean;
}

const takes = (holds: readonly Hold[], sittingId: SittingId): boolean =>
  holds.some((hold) => hold.sittingId === sittingId);

const inOrder = (a: ListedSitting, b: ListedSitting): number =>
  a.slot.startsAt.epochMilliseconds - b.slot.startsAt.epochMilliseconds || (a.sittingId < b.sittingId ? -1 : 1);

const claimOf = ({ sittingId, personId, slot }: SittingHold): Hold => ({ sittingId, partyId: personId, slot });

const clashesOf = ({ personId, slot }: SittingHold, held: readonly Hold[]): readonly Clash[] =>
  findClashes([{ week: null, slot, parties: [{ partyId: personId, role: 'participant' }] }], held);

/** One person through the sittings in the order of time: what is free is taken, and then in the way of the next. */
function takenBy(sittings: readonly SittingHold[], holds: readonly Hold[]): Pick<ListHolds, 'take' | 'clashes'> {
  let held = holds;
  const [take, clashes]: [SittingHold[], Clash[]] = [[], []];
  for (const one of sittings.filter(({ sittingId }) => !takes(holds, sittingId))) {
    const inTheWay = clashesOf(one, held);
    clashes.push(...inTheWay);
    if (inTheWay.length > 0) continue;
    take.push(one);
    held = [...held, claimOf(one)];
  }
  return { take, clashes };
}

/** What she no longer comes to is let go first, so that it is in the way of nothing. */
function holdsOfPerson(personId: PersonId, sittings: readonly OwnSitting[], holds: readonly Hold[]): ListHolds {
  const own = sittings.filter(({ namedIds }) => !namedIds.includes(personId)).toSorted(inOrder);
  const ofState = (isEnrolled: boolean): readonly SittingHold[] =>
    own.filter((one) => one.isEnrolled === isEnrolled).map(({ sittingId, slot }) => ({ sittingId, personId, slot }));
  const free = ofState(false).filter(({ sittingId }) => takes(holds, sittingId));
  const left = holds.filter((hold) => !free.some(({ sittingId }) => sittingId === hold.sittingId));
  return { free, ...takenBy(ofState(true), left) };
}

/** Everybody's sittings that are still to begin, over all lists. */
function sittingsByPerson(lists: readonly ItemList[], now: Temporal.Instant): ReadonlyMap<PersonId, OwnSitting[]> {
  const found = new Map<PersonId, OwnSitting[]>();
  for (const { sittings, personIds, enrolled } of lists) {
    const toCome = sittings.filter(({ slot }) => before(now, slot.startsAt));
    for (const personId of personIds) {
      const own = toCome.map((sitting) => ({ ...sitting, isEnrolled: enrolled.has(personId) }));
      found.set(personId, [...(found.get(personId) ?? []), ...own]);
    }
  }
  return found;
}

/**
 * Who is enrolled is held for every sitting of the item that is still to begin, as long as nothing else takes her then;
 * a clash is told and takes nothing away: she stays on the list without being held. Who leaves a list is free again, and
 * is so for the other lists at once. Who is named on a sitting is held for it in any case, and what has begun stays as it
 * was. In which order the lists come decides nothing: of two sittings at one time she is held for the earlier.
 */
export function holdsOfLists(lists: readonly ItemList[], { holds, now }: ListFacts): ListHolds {
  const held = Map.groupBy(holds, ({ partyId }) => partyId);
  const each = [...sittingsByPerson(lists, now)].map(([personId, sittings]) =>
    holdsOfPerson(personId, sittings, held.get(personId) ?? []),
  );
  return {
    take: each.flatMap(({ take }) => take),
    free: each.flatMap(({ free }) => free),
    clashes: each.flatMap(({ clashes }) => clashes),
  };
}
