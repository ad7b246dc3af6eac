import type { PersonId, SchoolId } from '../kernel';
import { isCoordinatorOf, seesEverything, type Actor } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';

/** What a policy needs to know of a pairing. */
export interface PairingSubject {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly mentorSchoolId: SchoolId;
  readonly menteeSchoolId: SchoolId;
  /** Who leads the studio it belongs to, if it belongs to one that is led. */
  readonly studioLeadId: PersonId | null;
  /** Both agreed that the school's coordinator may read the observations. */
  readonly isSharedWithSchool: boolean;
}

/** What a policy needs to know of a studio. */
export interface StudioSubject {
  readonly leadId: PersonId | null;
}

/** Which of the two the actor is, if either. */
export function partIn(actor: Actor, pairing: PairingSubject): 'mentor' | 'mentee' | null {
  if (actor.personId === pairing.mentorId) return 'mentor';
  return actor.personId === pairing.menteeId ? 'mentee' : null;
}

/** Does the actor lead the studio that the pairing belongs to? */
export const leadsStudioOf = (actor: Actor, pairing: PairingSubject): boolean =>
  pairing.studioLeadId === actor.personId;

const coordinatesEither = (actor: Actor, pairing: PairingSubject): boolean =>
  isCoordinatorOf(actor, pairing.mentorSchoolId) || isCoordinatorOf(actor, pairing.menteeSchoolId);

/** The two, their studio's lead, the coordinators of both ends, and those who see everything; not what was observed. */
export function maySeePairing(actor: Actor, pairing: PairingSubject): Decision {
  const may =
    partIn(actor, pairing) !== null ||
    leadsStudioOf(actor, pairing) ||
    coordinatesEither(actor, pairing) ||
    seesEverything(actor);
  return may ? allowed : hidden('neither of the two, nor their lead or coordinator');
}

const keepsPairing = (actor: Actor, pairing: PairingSubject): boolean =>
  leadsStudioOf(actor, pairing) || isCoordinatorOf(actor, pairing.menteeSchoolId) || actor.roles.has('administrator');

/** The agreement is written by the mentor, the studio's lead, the mentee's school or an administrator; all three sign it. */
export function mayWriteAgreement(actor: Actor, pairing: PairingSubject): Decision {
  const may = partIn(actor, pairing) === 'mentor' || keepsPairing(actor, pairing);
  return allOf(maySeePairing(actor, pairing), may ? allowed : forbidden('needs to be its mentor, lead or coordinator'));
}

/** For whom somebody signs an agreement: 师徒双方 for themselves, the mentee's coordinator or an administrator for the school. */
export type SigningParty = 'mentor' | 'mentee' | 'school';

/** Whom the actor signs for, if anybody. */
export function signingPartyOf(actor: Actor, pairing: PairingSubject): SigningParty | null {
  const part = partIn(actor, pairing);
  if (part) return part;
  // A school whose only coordinator is one of the two, or that has none, is signed for by the programme.
  return isCoordinatorOf(actor, pairing.menteeSchoolId) || actor.roles.has('administrator') ? 'school' : null;
}

/** The three parties sign, and nobody for them. */
export function maySignAgreement(actor: Actor, pairing: PairingSubject): Decision {
  const may = signingPartyOf(actor, pairing) !== null;
  return allOf(maySeePairing(actor, pairing), may ? allowed : forbidden('is none of its three parties'));
}

/** Pausing, resuming, extending, handing over and dissolving are decided by lead, coordinator or administrator. */
export function mayKeepPairing(actor: Actor, pairing: PairingSubject): Decision {
  const may = keepsPairing(actor, pairing);
  return allOf(maySeePairing(actor, pairing), may ? allowed : forbidden('needs to lead or to coordinate it'));
}

/** What happened between the two is written down by the two, or by those who keep the pairing. */
export function mayRecordInPairing(actor: Actor, pairing: PairingSubject): Decision {
  const may = partIn(actor, pairing) !== null || keepsPairing(actor, pairing);
  return allOf(maySeePairing(actor, pairing), may ? allowed : forbidden('has no part in it'));
}

/** Templates of agreements are the programme's. */
export const mayKeepTemplates = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** A studio is kept by its lead and by administrators. */
export const mayKeepStudio = (actor: Actor, studio: StudioSubject): Decision =>
  actor.roles.has('administrator') || studio.leadId === actor.personId
    ? allowed
    : forbidden('needs to lead the studio');
