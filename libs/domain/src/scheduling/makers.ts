import { schoolDay, type CalendarDay } from '../calendar';
import { asId, type LessonId, type PartyId } from '../kernel';
import { at, day, schoolOf } from '../makers';
import { beijingSlot, minuteOf, type Slot } from '../time';
import type { Hold } from './clashes';
import { partyRoles, type PartyInLesson, type PartyRole } from './lesson';
import type { ProposalFacts, WantedLesson } from './propose-lesson';

/** Everybody and everything that a lesson needs. */
export const everyone: readonly PartyInLesson[] = partyRoles.map((role) => ({ partyId: asId<PartyId>(role), role }));

/** When lessons are asked for: before the autumn term of 2026 begins. */
export const askedAt = at('2026-09-01', '08:00');

/** Two schools that go on together. */
export const partners = { firstDay: day('2015-03-01'), lastDay: null };

/** A day of the two schools on which nobody is taken. */
export const factsOf = (
  on: string,
  days: readonly CalendarDay[] = [],
  more: Partial<ProposalFacts> = {},
): ProposalFacts => ({
  partnership: partners,
  presenting: schoolDay(schoolOf('HZ-YQ', days), day(on)),
  receiving: schoolDay(schoolOf('AK-SH', days), day(on)),
  holds: [],
  now: askedAt,
  ...more,
});

/** A lesson of forty minutes for everyone. */
export const lessonAt = (time: string, more: Partial<WantedLesson> = {}): WantedLesson => ({
  startsAt: minuteOf(time),
  minutes: 40,
  parties: everyone,
  ...more,
});

/** Whoever has a role is taken by a lesson. */
export const heldBy = (role: PartyRole, slot: Slot, lessonId = 'L1'): Hold => ({
  partyId: asId<PartyId>(role),
  lessonId: asId<LessonId>(lessonId),
  slot,
});

/** The Wednesday on which lessons are placed. */
export const wednesday = '2026-09-16';

/** A time of that Wednesday. */
export const onWednesday = (time: string, end: string): Slot =>
  beijingSlot(day(wednesday), minuteOf(time), minuteOf(end));
