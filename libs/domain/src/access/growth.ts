import type { PersonId } from '../kernel';
import type { Actor } from './actor';
import { allOf, allowed, forbidden, hidden, isAllowed, type Decision } from './decision';
import { mayKeepPairing, maySeePairing, partIn, type PairingSubject } from './pairings';

/**
 * The file of a pairing (growth, portfolio) is read by the two, by those who keep the pairing, and by mentors who carry it
 * on: what one writes of oneself or of a mentee is not for everybody who sees that there is a pairing.
 */
export function maySeeGrowth(actor: Actor, pairing: PairingSubject, heirs: ReadonlySet<PersonId>): Decision {
  const isTheirs = partIn(actor, pairing) !== null || isAllowed(mayKeepPairing(actor, pairing));
  return isTheirs || heirs.has(actor.personId) ? allowed : hidden('neither one of the two, nor keeps or carries it on');
}

/** The growth plan is the two's: nobody sets goals for them. */
export function mayWriteGrowth(actor: Actor, pairing: PairingSubject): Decision {
  const isOne = partIn(actor, pairing) !== null;
  return allOf(maySeePairing(actor, pairing), isOne ? allowed : forbidden('is neither of the two'));
}

/** A text of the pairing is written by one of the two, and replied to by the other. */
export function mayWriteAs(actor: Actor, pairing: PairingSubject, part: 'mentor' | 'mentee'): Decision {
  const is = partIn(actor, pairing) === part;
  return allOf(maySeePairing(actor, pairing), is ? allowed : forbidden(`is not its ${part}`));
}

/** Results and panels are decided by those who keep the pairing, and never by one of the two who happens to lead. */
export function mayJudgePairing(actor: Actor, pairing: PairingSubject): Decision {
  const isOne = partIn(actor, pairing) !== null;
  return allOf(mayKeepPairing(actor, pairing), isOne ? forbidden('is one of the two') : allowed);
}

/** What was counted is taken back by those who keep the pairing, and what was counted by hand also by whoever did. */
export function mayWithdrawItem(actor: Actor, pairing: PairingSubject, byId: PersonId | null): Decision {
  const keeps = isAllowed(mayKeepPairing(actor, pairing));
  const may = keeps || (byId !== null && byId === actor.personId);
  return allOf(maySeePairing(actor, pairing), may ? allowed : forbidden('did not count it'));
}

/** A petition to dissolve is read by whoever wrote it and by those who decide it, not by the other one of the two. */
export const maySeePetition = (actor: Actor, pairing: PairingSubject, byId: PersonId): boolean =>
  actor.personId === byId || isAllowed(mayJudgePairing(actor, pairing));

/** The two whose pairing an open lesson belongs to, those who see the pairing, and its panel. */
export interface PanelSubject {
  readonly memberIds: readonly PersonId[];
}

/** An open lesson is seen with its pairing, and by its panel. */
export function maySeeOpenLesson(actor: Actor, pairing: PairingSubject, panel: PanelSubject): Decision {
  return panel.memberIds.includes(actor.personId) ? allowed : maySeePairing(actor, pairing);
}

/** A member of the panel marks, each for herself. */
export function mayMarkOpenLesson(actor: Actor, pairing: PairingSubject, panel: PanelSubject): Decision {
  const sits = panel.memberIds.includes(actor.personId);
  return allOf(maySeeOpenLesson(actor, pairing, panel), sits ? allowed : forbidden('does not sit on its panel'));
}

/** Members mark without seeing each other's marks: before the panel is closed only those who judge see them all. */
export const maySeeMarks = (actor: Actor, pairing: PairingSubject): boolean =>
  isAllowed(mayJudgePairing(actor, pairing));

/** A cohort is handed over and closed by administrators. */
export const mayKeepCohort = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** What of a cohort somebody sees: everything, or the part of the studios that she leads. */
export function maySeeCohort(actor: Actor, leadsInIt: boolean): Decision {
  const sees = actor.roles.has('administrator') || actor.roles.has('viewer') || leadsInIt;
  return sees ? allowed : hidden('neither administrator nor lead of a studio in it');
}
