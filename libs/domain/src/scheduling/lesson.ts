import type { PartyId } from '../kernel';
import type { Minute } from '../time';

/** Every kind of lesson: 同步课堂, 远程教学辅导, 远程专题师训, 课堂教学诊断, 精品课程点播. */
export const lessonKinds = ['synchronous', 'tutoring', 'training', 'diagnosis', 'on-demand'] as const;

/** What sort of lesson it is. */
export type LessonKind = (typeof lessonKinds)[number];

/** Every part somebody or some room can have in a lesson. */
export const partyRoles = [
  'presenter',
  'local-teacher',
  'presenting-class',
  'receiving-class',
  'presenting-classroom',
  'receiving-classroom',
] as const;

/** The part a party has in a lesson. */
export type PartyRole = (typeof partyRoles)[number];

/** A party and its part. */
export interface PartyInLesson {
  readonly partyId: PartyId;
  readonly role: PartyRole;
}

/** Every part a party can have in a meeting of people: somebody taking part, or the classroom they meet in. */
export const meetingRoles = ['participant', 'room'] as const;

/** The part a party has in a meeting of people. */
export type MeetingRole = (typeof meetingRoles)[number];

/** A party that shall be free, for a lesson or for a meeting. */
export interface PartyInSlot {
  readonly partyId: PartyId;
  readonly role: PartyRole | MeetingRole;
}

/** With a class on either side both bells are asked; a meeting of teachers needs free people, not free periods. */
export const hasClass = (parties: readonly PartyInLesson[]): boolean =>
  parties.some((party) => party.role === 'presenting-class' || party.role === 'receiving-class');

/** Where a lesson lies on its day; a meeting outside the bells belongs to no period and is not shifted. */
export interface PlacedWindow {
  readonly startsAt: Minute;
  readonly endsAt: Minute;
  readonly presentingPeriod: number | null;
  readonly receivingPeriod: number | null;
  readonly presentingShift: number;
  readonly receivingShift: number;
}

/** What is wrong with the parties of a lesson before any timetable is asked. */
export type PartyFault =
  | { readonly kind: 'party-missing'; readonly role: PartyRole }
  | { readonly kind: 'party-twice'; readonly partyId: PartyId };

const needed: readonly PartyRole[] = ['presenter', 'presenting-classroom', 'receiving-classroom'];

/** Somebody presents, a classroom stands at each end, and nobody is there twice. */
export function partyFault(parties: readonly PartyInLesson[]): PartyFault | null {
  const role = needed.find((one) => !parties.some((party) => party.role === one));
  if (role) return { kind: 'party-missing', role };
  const twice = parties.find((party, at) => parties.findIndex((other) => other.partyId === party.partyId) !== at);
  return twice ? { kind: 'party-twice', partyId: twice.partyId } : null;
}
