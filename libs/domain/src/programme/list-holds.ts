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

/** What the rule looks at: sittings of one item, some people, and everything that these hold on those days. */
export interface ListFacts {
  readonly sittings: readonly ListedSitting[];
  readonly personIds: readonly PersonId[];
  /** Those of the people who are enrolled; who waits or withdrew is not. */
  readonly enrolled: ReadonlySet<PersonId>;
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

const takes = (holds: readonly Hold[], sittingId: SittingId): boolean =>
  holds.some((hold) => hold.sittingId === sittingId);

const inOrder = (a: ListedSitting, b: ListedSitting): number =>
  a.slot.startsAt.epochMilliseconds - b.slot.startsAt.epochMilliseconds || (a.sittingId < b.sittingId ? -1 : 1);

const claimOf = ({ sittingId, personId, slot }: SittingHold): Hold => ({ sittingId, partyId: personId, slot });

const clashesOf = ({ personId, slot }: SittingHold, held: readonly Hold[]): readonly Clash[] =>
  findClashes([{ week: null, slot, parties: [{ partyId: personId, role: 'participant' }] }], held);

/** One person through the sittings in the order of time: what is free is taken, and then in the way of the next. */
function holdsOfPerson(personId: PersonId, facts: ListFacts): ListHolds {
  const isEnrolled = facts.enrolled.has(personId);
  let held = facts.holds.filter(({ partyId }) => partyId === personId);
  const [take, free, clashes]: [SittingHold[], SittingHold[], Clash[]] = [[], [], []];
  for (const { sittingId, slot } of facts.sittings.filter(({ namedIds }) => !namedIds.includes(personId))) {
    const one = { sittingId, personId, slot };
    if (takes(held, sittingId)) {
      if (!isEnrolled) free.push(one);
    } else if (isEnrolled) {
      const inTheWay = clashesOf(one, held);
      if (inTheWay.length === 0) take.push(one);
      clashes.push(...inTheWay);
      held = inTheWay.length === 0 ? [...held, claimOf(one)] : held;
    }
  }
  return { take, free, clashes };
}

/**
 * Who is enrolled is held for every sitting of the item that is still to begin, as long as nothing else takes her then;
 * a clash is told and takes nothing away: she stays on the list without being held. Who leaves the list is free again.
 * Who is named on a sitting is held for it in any case, and what has begun stays as it was.
 */
export function holdsOfList(facts: ListFacts): ListHolds {
  const sittings = facts.sittings.filter(({ slot }) => before(facts.now, slot.startsAt)).toSorted(inOrder);
  const each = facts.personIds.map((personId) => holdsOfPerson(personId, { ...facts, sittings }));
  return {
    take: each.flatMap(({ take }) => take),
    free: each.flatMap(({ free }) => free),
    clashes: each.flatMap(({ clashes }) => clashes),
  };
}
