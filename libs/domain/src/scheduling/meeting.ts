import { accept, refuse, type ClassroomId, type PersonId, type Result } from '../kernel';
import { before, beijingSlot, beijingWall, dayMinutes, type Slot, type Temporal } from '../time';
import { findClashes, type Clash, type Hold } from './clashes';
import { freeStartsOn } from './free-starts';
import type { PartyInSlot, PlacedWindow } from './lesson';

/** How long a meeting may be. */
export const meetingMinutes = { least: 5, most: 480 } as const;

/** Where people meet: words, a link, a classroom that is then held too; one of them at least. */
export interface MeetingPlace {
  readonly place: string | null;
  readonly meetingLink: string | null;
  readonly classroomId: ClassroomId | null;
}

/** A meeting of people as it is asked for. */
export interface WantedMeeting extends MeetingPlace {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly personIds: readonly PersonId[];
}

/** What the rule looks at: what everybody holds on that day, and the time. */
export interface MeetingFacts {
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
}

/** Somebody or the classroom is taken: by what, and the starts of the day that are free for everybody. */
export interface MeetingTaken {
  readonly kind: 'party-taken';
  readonly clashes: readonly Clash[];
  readonly moves: readonly PlacedWindow[];
}

/** Why a meeting cannot lie there. */
export type MeetingRefusal =
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'not-a-meeting-time' }
  | { readonly kind: 'in-the-past' }
  | MeetingTaken;

/** A meeting that may be arranged. */
export interface PlacedMeeting {
  readonly slot: Slot;
  readonly parties: readonly PartyInSlot[];
}

/** Everybody once, and the classroom if they meet in one. */
export const meetingParties = ({
  personIds,
  classroomId,
}: Pick<WantedMeeting, 'personIds' | 'classroomId'>): readonly PartyInSlot[] => [
  ...[...new Set(personIds)].map((partyId) => ({ partyId, role: 'participant' as const })),
  ...(classroomId === null ? [] : [{ partyId: classroomId, role: 'room' as const }]),
];

function slotOf({ startsAt, minutes }: Pick<WantedMeeting, 'startsAt' | 'minutes'>): Slot | null {
  const { day, minute } = beijingWall(startsAt);
  const isWhole = startsAt.epochMilliseconds % 60_000 === 0;
  const isLongEnough = minutes >= meetingMinutes.least && minutes <= meetingMinutes.most;
  // A meeting belongs to one day: what runs over midnight is two.
  return isWhole && isLongEnough && minute + minutes <= dayMinutes ? beijingSlot(day, minute, minute + minutes) : null;
}

function takenBy(placed: PlacedMeeting, wanted: WantedMeeting, { holds, now }: MeetingFacts): MeetingTaken | null {
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
export function placeMeeting(wanted: WantedMeeting, facts: MeetingFacts): Result<PlacedMeeting, MeetingRefusal> {
  const isSomewhere = wanted.place !== null || wanted.meetingLink !== null || wanted.classroomId !== null;
  if (!isSomewhere) return refuse({ kind: 'place-missing' });
  const slot = slotOf(wanted);
  if (!slot) return refuse({ kind: 'not-a-meeting-time' });
  if (!before(facts.now, slot.startsAt)) return refuse({ kind: 'in-the-past' });
  const placed = { slot, parties: meetingParties(wanted) };
  const taken = takenBy(placed, wanted, facts);
  return taken ? refuse(taken) : accept(placed);
}
