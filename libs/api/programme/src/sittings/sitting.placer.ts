import { Injectable } from '@nestjs/common';
import type { PartyView } from '@qinglan/api-directory';
import { Refused, type Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import type { ProblemName } from '@qinglan/contracts';
import {
  type Actor,
  type Hold,
  meetingParties,
  type MeetingRefusal,
  type PlacedMeeting,
  type PersonId,
  placeMeeting,
  type SittingId,
  type Temporal,
  type WantedMeeting,
} from '@qinglan/domain';

type Parties = ReadonlyMap<string, PartyView>;

/** What shall lie somewhere; a sitting that moves is not in its own way. */
export interface Placing {
  readonly wanted: WantedMeeting;
  readonly parties: Parties;
  readonly sittingId: SittingId;
  readonly now: Temporal.Instant;
}

const foreign = (pointer: string) => new Refused('party-foreign', { errors: [{ pointer, detail: 'no such one' }] });

const problems: Readonly<Record<Exclude<MeetingRefusal['kind'], 'party-taken'>, ProblemName>> = {
  'place-missing': 'place-missing',
  'not-a-meeting-time': 'invalid-input',
  'in-the-past': 'in-the-past',
};

type Needed = Pick<WantedMeeting, 'personIds' | 'classroomId'>;

/** Finds whether a sitting fits: everybody and the room are locked before anybody looks. */
@Injectable()
export class SittingPlacer {
  constructor(private readonly holds: MeetingHolds) {}

  /** With everybody on the list, so that all are locked in one order. */
  async lock(tx: Tx, wanted: Needed, listed: readonly PersonId[]): Promise<Parties> {
    const ids = meetingParties(wanted).map(({ partyId }) => partyId);
    const parties = await this.holds.lock(tx, [...ids, ...listed]);
    if (wanted.personIds.some((id) => parties.get(id)?.kind !== 'person')) throw foreign('#/personIds');
    const isRoom = wanted.classroomId === null || parties.get(wanted.classroomId)?.kind === 'classroom';
    if (!isRoom) throw foreign('#/classroomId');
    return parties;
  }

  async place(tx: Tx, actor: Actor, { wanted, parties, sittingId, now }: Placing): Promise<PlacedMeeting> {
    const holds = await this.holdsAround(tx, wanted);
    const others = holds.filter((hold) => hold.sittingId !== sittingId);
    const placed = placeMeeting(wanted, { holds: others, now });
    if (placed.ok) return placed.value;
    const { refusal } = placed;
    if (refusal.kind === 'party-taken') throw await this.holds.refused(tx, actor, { ...refusal, parties });
    const errors = [{ pointer: '#/startsAt', detail: refusal.kind }];
    throw new Refused(problems[refusal.kind], refusal.kind === 'not-a-meeting-time' ? { errors } : {});
  }

  private holdsAround(tx: Tx, wanted: WantedMeeting): Promise<readonly Hold[]> {
    const { startsAt } = wanted;
    const ids = meetingParties(wanted).map(({ partyId }) => partyId);
    return this.holds.live(tx, ids, { startsAt, endsAt: startsAt });
  }
}
