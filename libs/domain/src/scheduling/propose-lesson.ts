import { accept, refuse, type Result, type SchoolId } from '../kernel';
import type { SchoolDay } from '../calendar';
import { before, beijingSlot, holdsDay, Temporal, type Minute, type Slot } from '../time';
import { findClashes, freeWindows, type Clash, type Hold } from './clashes';
import { candidates, type Candidate, type End } from './cuts';
import { hasClass, partyFault, type PartyFault, type PartyInLesson, type PlacedWindow } from './lesson';
import { cleanWindows, windowAt, type Window } from './window';

/** How long two schools teach together; a null end is open. */
export interface PartnershipSpan {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

/** A single lesson as it is asked for. */
export interface WantedLesson {
  readonly startsAt: Minute;
  readonly minutes: number;
  readonly parties: readonly PartyInLesson[];
}

/** What the rule looks at: both schools' day, the partnership, and the parties' holds around it. */
export interface ProposalFacts {
  readonly partnership: PartnershipSpan;
  readonly presenting: SchoolDay;
  readonly receiving: SchoolDay;
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
  /** An agreement written down late may name lessons already past. */
  readonly includesPast?: boolean;
}

/** A lesson that may be proposed, and where it lies. */
export interface PlacedLesson {
  readonly slot: Slot;
  readonly window: PlacedWindow;
}

/** The partnership does not hold on a wanted day. */
export type PartnershipRefusal =
  | { readonly kind: 'partnership-not-begun'; readonly beginsOn: Temporal.PlainDate }
  | { readonly kind: 'partnership-ended'; readonly endedOn: Temporal.PlainDate };

/** No clean start there: what is clean that day, and what every start would cut. */
export interface BellRefusal {
  readonly kind: 'outside-bell';
  readonly suggestions: readonly Window[];
  readonly candidates: readonly Candidate[];
}

/** Parties are taken: all clashes, and the day's windows free for everyone. */
export interface TakenRefusal {
  readonly kind: 'party-taken';
  readonly clashes: readonly Clash[];
  readonly moves: readonly Window[];
}

/** Why a single lesson cannot lie there. */
export type PlaceRefusal =
  | PartyFault
  | PartnershipRefusal
  | { readonly kind: 'not-a-lesson-time' }
  | { readonly kind: 'in-the-past'; readonly startsAt: Temporal.Instant }
  | { readonly kind: 'no-school'; readonly end: End; readonly schoolId: SchoolId; readonly schoolDay: SchoolDay }
  | BellRefusal
  | TakenRefusal;

/** The first reason the partnership gives against a day, if any. */
export function partnershipFault(partnership: PartnershipSpan, day: Temporal.PlainDate): PartnershipRefusal | null {
  const lastDay = partnership.lastDay ?? day;
  if (holdsDay({ firstDay: partnership.firstDay, lastDay }, day)) return null;
  const isEarly = Temporal.PlainDate.compare(day, partnership.firstDay) < 0;
  return isEarly
    ? { kind: 'partnership-not-begun', beginsOn: partnership.firstDay }
    : { kind: 'partnership-ended', endedOn: lastDay };
}

const silentEnd = (facts: ProposalFacts): End | null => {
  if (facts.presenting.periods.length === 0) return 'presenting';
  return facts.receiving.periods.length === 0 ? 'receiving' : null;
};

const lessonMinutes = { least: 5, most: 240 };

const isLessonTime = ({ startsAt, minutes }: WantedLesson): boolean =>
  startsAt >= 0 && startsAt + minutes <= 1440 && minutes >= lessonMinutes.least && minutes <= lessonMinutes.most;

function meetingWindow(wanted: WantedLesson, facts: ProposalFacts): PlacedWindow {
  const { startsAt, minutes } = wanted;
  const own = facts.presenting.periods.find((period) => period.startsAt === startsAt);
  const presentingPeriod = own?.number ?? null;
  return {
    startsAt,
    endsAt: startsAt + minutes,
    presentingPeriod,
    receivingPeriod: null,
    presentingShift: 0,
    receivingShift: 0,
  };
}

function windowFor(wanted: WantedLesson, facts: ProposalFacts): Result<PlacedWindow, PlaceRefusal> {
  if (!hasClass(wanted.parties)) return accept(meetingWindow(wanted, facts));
  const end = silentEnd(facts);
  if (end) return refuse({ kind: 'no-school', end, schoolId: facts[end].schoolId, schoolDay: facts[end] });
  const [presenting, receiving] = [facts.presenting.periods, facts.receiving.periods];
  const window = windowAt(presenting, receiving, wanted);
  if (window) return accept(window);
  const bells = { presenting, receiving, minutes: wanted.minutes };
  const suggestions = cleanWindows(presenting, receiving, wanted.minutes);
  return refuse({ kind: 'outside-bell', suggestions, candidates: candidates(bells) });
}

function takenBy(wanted: WantedLesson, slot: Slot, facts: ProposalFacts): TakenRefusal | null {
  const clashes = findClashes([{ week: null, slot, parties: wanted.parties }], facts.holds);
  if (clashes.length === 0) return null;
  const { presenting, receiving, holds } = facts;
  const windows = cleanWindows(presenting.periods, receiving.periods, wanted.minutes);
  return {
    kind: 'party-taken',
    clashes,
    moves: freeWindows({ day: presenting.day, windows, parties: wanted.parties }, holds),
  };
}

function earlyRefusal(wanted: WantedLesson, facts: ProposalFacts): PlaceRefusal | null {
  if (!isLessonTime(wanted)) return { kind: 'not-a-lesson-time' };
  return partyFault(wanted.parties) ?? partnershipFault(facts.partnership, facts.presenting.day);
}

/** The partnership holds, both bells ring for the whole lesson, every party is free: which school asks decides nothing. */
export function decideProposal(wanted: WantedLesson, facts: ProposalFacts): Result<PlacedLesson, PlaceRefusal> {
  const early = earlyRefusal(wanted, facts);
  if (early) return refuse(early);
  const slot = beijingSlot(facts.presenting.day, wanted.startsAt, wanted.startsAt + wanted.minutes);
  if (!facts.includesPast && !before(facts.now, slot.startsAt))
    return refuse({ kind: 'in-the-past', startsAt: slot.startsAt });
  const window = windowFor(wanted, facts);
  if (!window.ok) return window;
  const taken = takenBy(wanted, slot, facts);
  return taken ? refuse(taken) : accept({ slot, window: window.value });
}
