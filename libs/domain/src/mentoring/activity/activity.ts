import { accept, refuse, type ActivityId, type PersonId, type Result } from '../../kernel';
import {
  decideReason,
  meetingMinutes,
  meetingParties,
  placeMeeting,
  type MeetingFacts,
  type MeetingPlace,
  type MeetingRefusal,
  type MeetingTaken,
  type PlacedMeeting,
  type ReasonRefusal,
  type WantedMeeting,
} from '../../scheduling';
import { before, type Slot, type Temporal } from '../../time';
import type { ObligationKind } from '../obligation';
import { decideActivityStep, type ActivityClosed, type ActivityState } from './activity-states';

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
export const activityMinutes = meetingMinutes;

/** The fewest people who make a meeting. */
export const fewestPeople = 2;

/** Where people meet. */
export type ActivityPlace = MeetingPlace;
/** A meeting as it is asked for. */
export type WantedActivity = WantedMeeting;
/** What the rule looks at: what everybody holds on that day, and the time. */
export type ActivityFacts = MeetingFacts;
/** Somebody or the classroom is taken. */
export type ActivityTaken = MeetingTaken;
/** A meeting that may be arranged. */
export type PlacedActivity = PlacedMeeting;
/** Everybody once, and the classroom if they meet in one. */
export const activityParties = meetingParties;

/** Why a meeting cannot lie there. */
export type ActivityRefusal = { readonly kind: 'too-few-people' } | MeetingRefusal;

/** A meeting of a studio is one of two people at least. */
export function decideActivity(wanted: WantedActivity, facts: ActivityFacts): Result<PlacedActivity, ActivityRefusal> {
  if (new Set(wanted.personIds).size < fewestPeople) return refuse({ kind: 'too-few-people' });
  return placeMeeting(wanted, facts);
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
