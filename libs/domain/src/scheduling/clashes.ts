import type { ActivityId, LessonId, ObservationRequestId, PartyId, SittingId } from '../kernel';
import { beijingSlot, overlaps, type Slot, type Temporal } from '../time';
import type { PartyInLesson, PartyInSlot } from './lesson';
import type { Window } from './window';

interface HoldCauses {
  readonly lessonId: LessonId;
  readonly activityId: ActivityId;
  readonly sittingId: SittingId;
  readonly requestId: ObservationRequestId;
}

/** What makes a claim: one lesson, one activity, one sitting of a programme item, or one observation of a lesson elsewhere. */
type HoldCause = {
  [One in keyof HoldCauses]: Pick<HoldCauses, One> & { readonly [Other in Exclude<keyof HoldCauses, One>]?: never };
}[keyof HoldCauses];

/** A party's claim on a slot. Who teaches in a lesson and who observes it hold it by that lesson. */
export type Hold = HoldCause & { readonly partyId: PartyId; readonly slot: Slot };

/** A lesson or a meeting somebody wants: its week in the series, or null where it stands alone. */
export interface WantedOccurrence {
  readonly week: number | null;
  readonly slot: Slot;
  readonly parties: readonly PartyInSlot[];
}

/** The rule that was broken: who or what cannot be in two places. */
export type ClashRule = 'teacher-taken' | 'class-taken' | 'classroom-taken' | 'person-taken';

/** What takes the party's time: a lesson, an activity, a sitting or an observation that stands, or another week of the same wish. */
export type InTheWay =
  | { readonly kind: 'lesson'; readonly lessonId: LessonId; readonly slot: Slot }
  | { readonly kind: 'activity'; readonly activityId: ActivityId; readonly slot: Slot }
  | { readonly kind: 'sitting'; readonly sittingId: SittingId; readonly slot: Slot }
  | { readonly kind: 'observation'; readonly requestId: ObservationRequestId; readonly slot: Slot }
  | { readonly kind: 'same-series'; readonly week: number | null; readonly slot: Slot };

/** One party wanted where it is already taken. */
export interface Clash {
  readonly rule: ClashRule;
  readonly partyId: PartyId;
  readonly role: PartyInSlot['role'];
  readonly week: number | null;
  readonly slot: Slot;
  readonly inTheWay: InTheWay;
}

const rules: Readonly<Record<PartyInSlot['role'], ClashRule>> = {
  presenter: 'teacher-taken',
  'local-teacher': 'teacher-taken',
  'presenting-class': 'class-taken',
  'receiving-class': 'class-taken',
  'presenting-classroom': 'classroom-taken',
  'receiving-classroom': 'classroom-taken',
  participant: 'person-taken',
  room: 'classroom-taken',
};

/** The rule that keeps a party of this role in one place. */
export const clashRuleOf = (role: PartyInSlot['role']): ClashRule => rules[role];

type HoldsByParty = ReadonlyMap<PartyId, readonly Hold[]>;

function byParty(holds: readonly Hold[]): HoldsByParty {
  const grouped = new Map<PartyId, Hold[]>();
  for (const hold of holds) {
    const known = grouped.get(hold.partyId);
    if (known) known.push(hold);
    else grouped.set(hold.partyId, [hold]);
  }
  return grouped;
}

function standing({ slot, ...cause }: Hold): InTheWay {
  if (cause.lessonId !== undefined) return { kind: 'lesson', lessonId: cause.lessonId, slot };
  if (cause.activityId !== undefined) return { kind: 'activity', activityId: cause.activityId, slot };
  if (cause.sittingId !== undefined) return { kind: 'sitting', sittingId: cause.sittingId, slot };
  return { kind: 'observation', requestId: cause.requestId, slot };
}

function clashesWithHolds(wanted: WantedOccurrence, holds: HoldsByParty): readonly Clash[] {
  const { week, slot } = wanted;
  return wanted.parties.flatMap(({ partyId, role }) =>
    (holds.get(partyId) ?? [])
      .filter((hold) => overlaps(hold.slot, slot))
      .map((hold): Clash => ({ rule: rules[role], partyId, role, week, slot, inTheWay: standing(hold) })),
  );
}

function clashesAmong(later: WantedOccurrence, earlier: readonly WantedOccurrence[]): readonly Clash[] {
  const { week, slot } = later;
  return earlier
    .filter((other) => overlaps(other.slot, slot))
    .flatMap((other) =>
      later.parties
        .filter(({ partyId }) => other.parties.some((party) => party.partyId === partyId))
        .map(({ partyId, role }): Clash => {
          const inTheWay: InTheWay = { kind: 'same-series', week: other.week, slot: other.slot };
          return { rule: rules[role], partyId, role, week, slot, inTheWay };
        }),
    );
}

/** Every clash of every occurrence in one answer: with lessons that stand, then with earlier weeks of the same wish. */
export function findClashes(wanted: readonly WantedOccurrence[], holds: readonly Hold[]): readonly Clash[] {
  const grouped = byParty(holds);
  return wanted.flatMap((one, at) => [...clashesWithHolds(one, grouped), ...clashesAmong(one, wanted.slice(0, at))]);
}

/** Where a lesson could go instead: the day's windows, and who must be free. */
export interface MoveQuestion {
  readonly day: Temporal.PlainDate;
  readonly windows: readonly Window[];
  readonly parties: readonly PartyInLesson[];
}

/** The windows of the day that are free for every party, best first. */
export function freeWindows(question: MoveQuestion, holds: readonly Hold[]): readonly Window[] {
  const wanted = new Set(question.parties.map((party) => party.partyId));
  const theirs = holds.filter((hold) => wanted.has(hold.partyId));
  return question.windows.filter((window) => {
    const slot = beijingSlot(question.day, window.startsAt, window.endsAt);
    return !theirs.some((hold) => overlaps(hold.slot, slot));
  });
}
