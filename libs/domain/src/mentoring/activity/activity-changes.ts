import { accept, refuse, type PersonId, type Result } from '../../kernel';
import { decideReason, type ReasonRefusal } from '../../scheduling';
import {
  type ActivityFacts,
  type ActivityRefusal,
  type Attendance,
  decideActivity,
  fewestPeople,
  type PlacedActivity,
  type StandingActivity,
  type WantedActivity,
} from './activity';
import type { ActivityClosed } from './activity-states';

/** A meeting with other people than before, and what else it is. */
export interface WantedInvitation {
  readonly activity: StandingActivity;
  readonly to: WantedActivity;
}

/** Until it begins, other people are asked to what is still scheduled: everybody has to be free, and its own holds are not in the way. */
export function decideInvitation(
  { activity, to }: WantedInvitation,
  facts: ActivityFacts,
): Result<PlacedActivity, ActivityRefusal | ActivityClosed> {
  if (activity.state !== 'scheduled') return refuse({ kind: 'activity-closed', state: activity.state });
  const holds = facts.holds.filter((hold) => hold.activityId !== activity.activityId);
  return decideActivity(to, { ...facts, holds });
}

/** What was written down, as it should have been, and why. */
export interface WantedCorrection extends Attendance {
  readonly reason: string;
}

/** A correction that may be made: each who was there once. */
export interface CorrectedRecord {
  readonly presentIds: readonly PersonId[];
  readonly reason: string;
}

/** Why a record is not corrected. */
export type CorrectionRefusal =
  | ReasonRefusal
  | { readonly kind: 'activity-not-held' }
  | { readonly kind: 'not-invited'; readonly personId: PersonId }
  | { readonly kind: 'too-few-people' };

/** Only what was written down is corrected, with a reason; who was there is of those invited, two at least. */
export function decideCorrection(
  activity: StandingActivity,
  { invitedIds, presentIds, reason }: WantedCorrection,
): Result<CorrectedRecord, CorrectionRefusal> {
  if (activity.state !== 'held') return refuse({ kind: 'activity-not-held' });
  const said = decideReason(reason);
  if (!said.ok) return said;
  const present = [...new Set(presentIds)];
  const stranger = present.find((personId) => !invitedIds.includes(personId));
  if (stranger) return refuse({ kind: 'not-invited', personId: stranger });
  if (present.length < fewestPeople) return refuse({ kind: 'too-few-people' });
  return accept({ presentIds: present, reason: said.value });
}
