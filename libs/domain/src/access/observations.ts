import type { PersonId } from '../kernel';
import { isCoordinatorOf, type Actor } from './actor';
import { allowed, forbidden, hidden, type Decision } from './decision';
import { leadsStudioOf, partIn, type PairingSubject } from './pairings';

/** What a policy needs to know of an observation. */
export interface ObservationSubject extends PairingSubject {
  readonly observerId: PersonId;
  readonly observedId: PersonId;
  /** Still being written: nobody's but the observer's. */
  readonly isOpen: boolean;
  /** Mentors who carry the pairing on and were handed its file. */
  readonly heirIds: readonly PersonId[];
}

/** As what somebody reads an observation. */
export type ObservationPart = 'observer' | 'observed' | 'successor' | 'lead' | 'coordinator';

/** Staff whose reading is written down for the two to see. */
function staffPartOf(actor: Actor, pairing: PairingSubject): 'lead' | 'coordinator' | null {
  if (leadsStudioOf(actor, pairing)) return 'lead';
  return pairing.isSharedWithSchool && isCoordinatorOf(actor, pairing.menteeSchoolId) ? 'coordinator' : null;
}

/**
 * As what the actor may read it, if at all: the two, a mentor who carries the pairing on, the studio's lead, and the
 * coordinator of the mentee's school where both agreed. Who leads the studio reads as its lead, whatever else. Seeing everything else of the programme opens nothing here.
 */
export function observationPartOf(actor: Actor, observation: ObservationSubject): ObservationPart | null {
  if (actor.personId === observation.observerId) return 'observer';
  if (observation.isOpen) return null;
  if (actor.personId === observation.observedId) return 'observed';
  return staffPartOf(actor, observation) ?? (observation.heirIds.includes(actor.personId) ? 'successor' : null);
}

/** Reads what was observed. */
export const mayReadObservation = (actor: Actor, observation: ObservationSubject): Decision =>
  observationPartOf(actor, observation) === null ? hidden('not theirs to read') : allowed;

/** What was observed in a pairing is listed to those who may read it. */
export function mayListObservations(actor: Actor, pairing: PairingSubject, heirs: ReadonlySet<PersonId>): Decision {
  const may = partIn(actor, pairing) !== null || staffPartOf(actor, pairing) !== null || heirs.has(actor.personId);
  return may ? allowed : hidden('not theirs to read');
}

/** Only the two write: the observer while it is open, both beside it afterwards. */
export function mayWriteObservation(actor: Actor, observation: ObservationSubject): Decision {
  const part = observationPartOf(actor, observation);
  if (part === null) return hidden('not theirs to read');
  return part === 'observer' || part === 'observed' ? allowed : forbidden('reads and does not write');
}

/** Only who wrote it lays it before the other. */
export function maySubmitObservation(actor: Actor, observation: ObservationSubject): Decision {
  const part = observationPartOf(actor, observation);
  if (part === null) return hidden('not theirs to read');
  return part === 'observer' ? allowed : forbidden('did not write it');
}

/** Only who was heard replies and countersigns. */
export function mayAnswerObservation(actor: Actor, observation: ObservationSubject): Decision {
  const part = observationPartOf(actor, observation);
  if (part === null) return hidden('not theirs to read');
  return part === 'observed' ? allowed : forbidden('was not heard');
}

/** An observation is opened by the one of the two who hears. */
export function mayObserve(actor: Actor, pairing: PairingSubject, observerId: PersonId): Decision {
  if (partIn(actor, pairing) === null) return hidden('neither of the two');
  return actor.personId === observerId ? allowed : forbidden('is the one who is heard');
}

/** What a policy needs to know of a request. */
export interface ObservationRequestSubject extends PairingSubject {
  readonly askedById: PersonId;
}

/** Either of the two asks the other. */
export const mayAskObservation = (actor: Actor, pairing: PairingSubject): Decision =>
  partIn(actor, pairing) === null ? hidden('neither of the two') : allowed;

/** The one who was asked answers. */
export function mayAnswerRequest(actor: Actor, request: ObservationRequestSubject): Decision {
  if (partIn(actor, request) === null) return hidden('neither of the two');
  return actor.personId === request.askedById ? forbidden('asked it') : allowed;
}

/** What waits is taken back by who asked; what was accepted is called off by either. */
export function mayWithdrawRequest(actor: Actor, request: ObservationRequestSubject, isAccepted: boolean): Decision {
  if (partIn(actor, request) === null) return hidden('neither of the two');
  return isAccepted || actor.personId === request.askedById ? allowed : forbidden('did not ask it');
}
