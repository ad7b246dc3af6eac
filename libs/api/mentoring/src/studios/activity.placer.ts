import { Injectable } from '@nestjs/common';
import { type Read, Refused, type Tx } from '@qinglan/api-platform';
import type { PartyView } from '@qinglan/api-directory';
import { MeetingHolds } from '@qinglan/api-scheduling';
import {
  type Actor,
  activityParties,
  type ActivityTaken,
  type ClassroomId,
  type Hold,
  isAllowed,
  maySeeRegister,
  type PersonId,
  Temporal,
  type WantedActivity,
} from '@qinglan/domain';
import { type PlainActivityRefusal, refusedActivity } from './activity.refusals';

/** Who and what a meeting needs, with what they are called. */
export type Parties = ReadonlyMap<string, PartyView>;

/** Whom and what a meeting needs. */
interface Needed {
  readonly personIds: readonly PersonId[];
  readonly classroomId: ClassroomId | null;
}

const foreign = (pointer: string) =>
  new Refused('party-foreign', { errors: [{ pointer, detail: 'not one that you can see' }] });

/** Guests are people, and rooms are rooms, of schools that the actor sees; members of the studio are its own. */
export function requireReach(
  actor: Actor,
  parties: Parties,
  needed: Needed & { readonly memberIds: readonly PersonId[] },
): void {
  const sees = (party: PartyView) => isAllowed(maySeeRegister(actor, party.organisationId));
  const stranger = needed.personIds.find((personId) => {
    const party = parties.get(personId);
    return party?.kind !== 'person' || !(needed.memberIds.includes(personId) || sees(party));
  });
  if (stranger) throw foreign('#/personIds');
  if (needed.classroomId === null) return;
  const room = parties.get(needed.classroomId);
  if (room?.kind !== 'classroom' || !sees(room)) throw foreign('#/classroomId');
}

/** Gathers what the rule of a meeting looks at, and tells its refusals. */
@Injectable()
export class ActivityPlacer {
  constructor(private readonly holds: MeetingHolds) {}

  lock(tx: Tx, needed: Needed): Promise<Parties> {
    return this.holds.lock(
      tx,
      activityParties(needed).map(({ partyId }) => partyId),
    );
  }

  /** To be read after the parties are locked. */
  holdsAround(read: Read, wanted: WantedActivity): Promise<readonly Hold[]> {
    const { startsAt } = wanted;
    const ids = activityParties(wanted).map(({ partyId }) => partyId);
    return this.holds.live(read, ids, { startsAt, endsAt: startsAt });
  }

  /** Clashes are told with names and other starts of the day. */
  refused(
    read: Read,
    actor: Actor,
    given: { readonly refusal: PlainActivityRefusal | ActivityTaken; readonly parties: Parties },
  ): Promise<Refused> | Refused {
    const { refusal, parties } = given;
    if (refusal.kind !== 'party-taken') return refusedActivity(refusal);
    return this.holds.refused(read, actor, { ...refusal, parties });
  }
}

/** A moment as it came through the door. */
export const momentOf = (text: string): Temporal.Instant => Temporal.Instant.from(text);
