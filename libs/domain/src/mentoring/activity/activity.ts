import { accept, refuse, type ActivityId, type ClassroomId, type PersonId, type Result } from '../../kernel';
import {
  decideReason,
  findClashes,
  type Clash,
  type Hold,
  type PlacedWindow,
  type ReasonRefusal,
} from '../../scheduling';
import type { PartyInSlot } from '../../scheduling';
import { before, beijingSlot, beijingWall, dayMinutes, type Slot, type Temporal } from '../../time';
import type { ObligationKind } from '../obligation';
import { decideActivityStep, type ActivityClosed, type ActivityState } from './activity-states';
import { freeStartsOn } from './free-starts';

/** What people of a studio meet for: 集体备课, 研讨, 培训. */
export const activityKinds = ['joint-preparation', 'discussion', 'training'] as const;

/** What sort of meeting it is. */
export type ActivityKind = (typeof activityKinds)[number];

/** What a meeting of mentor and mentee pays of their agreement; a training is contact and pays nothing. */
export const activityPays: Readonly<Record<ActivityKind, ObligationKind | null>> = {
  'joint-preparation': 'discussion',
  discussion: 'discussion',
  training: null,
};

/** How long a meeting may be. */
export const activityMinutes = { least: 5, most: 480 } as const;

/** The fewest people who make a meeting. */
export const fewestPeople = 2;

/** Where people meet: words, a link, a classroom that is then held too; one of them at least. */
export interface ActivityPlace {
  readonly place: string | null;
  readonly meetingLink: string | null;
  readonly classroomId: ClassroomId | null;
}

/** A meeting as it is asked for. */
export interface WantedActivity extends ActivityPlace {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly personIds: readonly PersonId[];
}

/** What the rule looks at: what everybody holds on that day, and the time. */
export interface ActivityFacts {
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
}

/** Somebody or the classroom is taken: by what, and the starts of the day that are free for everybody. */
export interface ActivityTaken {
  readonly kind: 'party-taken';
  readonly clashes: readonly Clash[];
  readonly moves: readonly PlacedWindow[];
}

/** Why a meeting cannot lie there. */
export type ActivityRefusal =
  | { readonly kind: 'too-few-people' }
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'not-a-meeting-time' }
  | { readonly kind: 'in-the-past' }
  | ActivityTaken;

/** A meeting that may be arranged. */
export interface PlacedActivity {
  readonly slot: Slot;
  readonly parties: readonly PartyInSlot[];
}

/** Everybody once, and the classroom if they meet in one. */
export const activityParties = ({
  personIds,
  classroomId,
}: Pick<WantedActivity, 'personIds' | 'classroomId'>): readonly PartyInSlot[] => [
  ...[...new Set(personIds)].map((partyId) => ({ partyId, role: 'participant' as const })),
  ...(classroomId === null ? [] : [{ partyId: classroomId, role: 'room' as const }]),
];

function slotOf({ startsAt, minutes }: Pick<WantedActivity, 'startsAt' | 'minutes'>): Slot | null {
  const { day, minute } = beijingWall(startsAt);
  const isWhole = startsAt.epochMilliseconds % 60_000 === 0;
  const isLongEnough = minutes >= activityMinutes.least && minutes <= activityMinutes.most;
  // A meeting belongs to one day: what runs over midnight is two.
  return isWhole && isLongEnough && minute + minutes <= dayMinutes ? beijingSlot(day, minute, minute + minutes) : null;
}

function earlyRefusal(wanted: WantedActivity): ActivityRefusal | null {
  if (new Set(wanted.personIds).size < fewestPeople) return { kind: 'too-few-people' };
  const isSomewhere = wanted.place !== null || wanted.meetingLink !== null || wanted.classroomId !== null;
  return isSomewhere ? null : { kind: 'place-missing' };
}

function takenBy(placed: PlacedActivity, wanted: WantedActivity, { holds, now }: ActivityFacts): ActivityTaken | null {
  const { slot, parties } = placed;
  const clashes = findClashes([{ week: null, slot, parties }], holds);
  if (clashes.length === 0) return null;
  const { day, minute } = beijingWall(slot.startsAt);
  const theirs = new Set<string>(parties.map(({ partyId }) => partyId));
  const of = holds.filter(({ partyId }) => theirs.has(partyId));
  const moves = freeStartsOn({ day, minutes: wanted.minutes, near: minute, holds: of, now });
  return { kind: 'party-taken', clashes, moves };
}

/** A meeting needs free people, not free periods: it may lie outside the bells, and in the evening. */
export function decideActivity(wanted: WantedActivity, facts: ActivityFacts): Result<PlacedActivity, ActivityRefusal> {
  const early = earlyRefusal(wanted);
  if (early) return refuse(early);
  const slot = slotOf(wanted);
  if (!slot) return refuse({ kind: 'not-a-meeting-time' });
  if (!before(facts.now, slot.startsAt)) return refuse({ kind: 'in-the-past' });
  const placed = { slot, parties: activityParties(wanted) };
  const taken = takenBy(placed, wanted, facts);
  return taken ? refuse(taken) : accept(placed);
}

/** An activity as it stands before a change. */
export interface StandingActivity {
  readonly activityId: ActivityId;
  readonly state: ActivityState;
  readonly slot: Slot;
}

/** A meeting where it is wanted instead, and why. */
export interface WantedActivityMove {
  readonly activity: StandingActivity;
  readonly to: WantedActivity;
  readonly reason: string;
}

/** Where a moved meeting lies now. */
export interface MovedActivity extends PlacedActivity {
  readonly reason: string;
}

/** What is still scheduled moves to any later time, with a reason; its own holds are not in its way. */
export function decideActivityMove(
  { activity, to, reason }: WantedActivityMove,
  facts: ActivityFacts,
): Result<MovedActivity, ActivityRefusal | ReasonRefusal | ActivityClosed> {
  if (activity.state !== 'scheduled') return refuse({ kind: 'activity-closed', state: activity.state });
  const said = decideReason(reason);
  if (!said.ok) return said;
  const holds = facts.holds.filter((hold) => hold.activityId !== activity.activityId);
  const placed = decideActivity(to, { ...facts, holds });
  return placed.ok ? accept({ ...placed.value, reason: said.value }) : placed;
}

/** What is still scheduled is called off with a reason, also afterwards: then it did not take place. */
export function decideActivityCancel(
  activity: StandingActivity,
  reason: string,
): Result<string, ReasonRefusal | ActivityClosed> {
  const step = decideActivityStep(activity.state, 'cancelled');
  return step.ok ? decideReason(reason) : step;
}

/** Who was at a meeting, of those invited. */
export interface Attendance {
  readonly invitedIds: readonly PersonId[];
  readonly presentIds: readonly PersonId[];
}

/** Why a meeting cannot be written down. */
export type HeldRefusal =
  | ActivityClosed
  | { readonly kind: 'activity-not-over'; readonly endsAt: Temporal.Instant }
  | { readonly kind: 'not-invited'; readonly personId: PersonId }
  | { readonly kind: 'too-few-people' };

/** A meeting is written down once it is over: who of those invited was there, two at least. */
export function decideHeld(
  activity: StandingActivity,
  { invitedIds, presentIds }: Attendance,
  now: Temporal.Instant,
): Result<readonly PersonId[], HeldRefusal> {
  const step = decideActivityStep(activity.state, 'held');
  if (!step.ok) return step;
  if (before(now, activity.slot.endsAt)) return refuse({ kind: 'activity-not-over', endsAt: activity.slot.endsAt });
  const present = [...new Set(presentIds)];
  const stranger = present.find((personId) => !invitedIds.includes(personId));
  if (stranger) return refuse({ kind: 'not-invited', personId: stranger });
  return present.length < fewestPeople ? refuse({ kind: 'too-few-people' }) : accept(present);
}
