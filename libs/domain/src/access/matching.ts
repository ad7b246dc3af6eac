import type { PersonId, SchoolId } from '../kernel';
import { seesEverything, type Actor } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';

/** What a policy needs to know of a matching round. */
export interface MatchingRoundSubject {
  /** Who leads the studio it is for; a round of a cohort has none. */
  readonly leadId: PersonId | null;
  /** Whether the asker is a mentor or a mentee of it. */
  readonly part: 'mentor' | 'mentee' | null;
  /** Whether people of the asker's own school are in it. */
  readonly hasOwnPeople: boolean;
}

const keeps = (actor: Actor, { leadId }: Pick<MatchingRoundSubject, 'leadId'>): boolean =>
  actor.roles.has('administrator') || (leadId !== null && leadId === actor.personId);

const coordinates = (actor: Actor, { hasOwnPeople }: MatchingRoundSubject): boolean =>
  actor.roles.has('coordinator') && hasOwnPeople;

/** A round for a studio is opened by its lead, any round by an administrator. */
export const mayOpenMatching = (actor: Actor, leadId: PersonId | null): Decision =>
  keeps(actor, { leadId }) ? allowed : forbidden('needs to lead the studio');

/** Those in the round, its keepers, the coordinators of their schools, and those who see everything. */
export function maySeeMatching(actor: Actor, round: MatchingRoundSubject): Decision {
  const may = round.part !== null || keeps(actor, round) || coordinates(actor, round) || seesEverything(actor);
  return may ? allowed : hidden('is not in the round');
}

/** Whose rows of the plan somebody sees: all, those of the own school, or none; who is in the round sees no plan. */
export function planRowsFor(actor: Actor, round: MatchingRoundSubject): 'all' | 'own-school' | 'none' {
  if (keeps(actor, round) || seesEverything(actor)) return 'all';
  return coordinates(actor, round) ? 'own-school' : 'none';
}

/** The plan is for those who lay it before people and for the coordinators of their schools. */
export function maySeeMatchingPlan(actor: Actor, round: MatchingRoundSubject): Decision {
  const may = planRowsFor(actor, round) !== 'none';
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden('the plan is for its keepers'));
}

/** Kept by the studio's lead and by administrators. */
export function mayKeepMatching(actor: Actor, round: MatchingRoundSubject): Decision {
  const may = keeps(actor, round);
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden('needs to keep the round'));
}

/** What a policy needs to know of a pair of a round. */
export interface MatchingPairSubject {
  /** The schools of the two. */
  readonly schoolIds: ReadonlySet<SchoolId>;
  /** A keeper has pinned or forbidden it. */
  readonly isRuledByKeeper: boolean;
}

/** Pairs are pinned and forbidden by the keepers, and by the coordinators of the two schools as long as no keeper has. */
export function mayRuleMatchingPair(actor: Actor, round: MatchingRoundSubject, pair: MatchingPairSubject): Decision {
  const seen = maySeeMatching(actor, round);
  if (seen.kind !== 'allowed' || keeps(actor, round)) return seen;
  const isTheirs = coordinates(actor, round) && pair.schoolIds.has(actor.schoolId);
  if (!isTheirs)
    return planRowsFor(actor, round) === 'own-school' ? hidden('pair of others') : forbidden('needs to keep');
  return pair.isRuledByKeeper ? forbidden('a keeper has ruled') : allowed;
}

/** What a policy needs to know to let somebody ask for a plan. */
export interface AskedMatchingSubject extends MatchingRoundSubject {
  readonly state: string;
}

/**
 * The first plan ends the telling and is asked for by a keeper; once it is there, coordinators of people in the round
 * ask again.
 */
export function mayAskMatching(actor: Actor, round: AskedMatchingSubject): Decision {
  const may = keeps(actor, round) || (coordinates(actor, round) && round.state !== 'open');
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden('needs to keep the round'));
}

/** Mentees and mentors speak for themselves and for nobody else. */
export function mayTellInMatching(actor: Actor, round: MatchingRoundSubject, as: 'mentor' | 'mentee'): Decision {
  const may = round.part === as;
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden(`is no ${as} of the round`));
}
