import { accept, refuse, type PersonId, type Result } from '../../kernel';
import { type ApartCause, mostChoices, type MatchedPair } from './problem';

/** Every state of a matching round. */
export const matchingRoundStates = ['open', 'proposed', 'consenting', 'closed'] as const;

/** Where a round stands: wishes are told, a plan was asked for, pairs were laid before the two, it is over. */
export type MatchingRoundState = (typeof matchingRoundStates)[number];

/** What a round becomes: it may be asked and laid again, and opened again for those who had no luck. */
export const matchingRoundTransitions: Readonly<Record<MatchingRoundState, readonly MatchingRoundState[]>> = {
  open: ['proposed', 'closed'],
  proposed: ['open', 'proposed', 'consenting', 'closed'],
  consenting: ['open', 'proposed', 'consenting', 'closed'],
  closed: [],
};

/** Why something cannot be done in a round. */
export type MatchingRefusal =
  | { readonly kind: 'matching-state'; readonly state: MatchingRoundState }
  | { readonly kind: 'matching-days'; readonly opensOn: string; readonly closesOn: string }
  | { readonly kind: 'matching-stranger'; readonly personId: PersonId }
  | { readonly kind: 'matching-choices'; readonly most: number }
  | { readonly kind: 'matching-paired' | 'matching-apart'; readonly personId: PersonId }
  | { readonly kind: 'matching-laid' }
  | { readonly kind: 'matching-full'; readonly room: number }
  | { readonly kind: 'matching-nothing' }
  | { readonly kind: 'reason-missing' };

/** A round moves only along its transitions. */
export const decideMatchingStep = (
  from: MatchingRoundState,
  to: MatchingRoundState,
): Result<MatchingRoundState, MatchingRefusal> =>
  matchingRoundTransitions[from].includes(to) ? accept(to) : refuse({ kind: 'matching-state', state: from });

/** When wishes are told; days of Beijing, both included. */
export interface TellingTime {
  readonly state: MatchingRoundState;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** Wishes and offers are told while the round is open, on its days. */
export function decideTelling(round: TellingTime, today: string): Result<null, MatchingRefusal> {
  const { state, opensOn, closesOn } = round;
  if (state !== 'open') return refuse({ kind: 'matching-state', state });
  return today < opensOn || today > closesOn ? refuse({ kind: 'matching-days', opensOn, closesOn }) : accept(null);
}

/** Whom somebody may name: those on the other side of the round, and of them who cannot be had, with the cause. */
export interface Nameable {
  readonly known: ReadonlySet<PersonId>;
  readonly apart: ReadonlyMap<PersonId, ApartCause>;
}

/** The two guide each other or have been asked to: there is nothing to match. The rest of the causes lie in the round. */
const apartRefusal = (personId: PersonId, cause: ApartCause): MatchingRefusal => ({
  kind: cause === 'paired' || cause === 'asked' ? 'matching-paired' : 'matching-apart',
  personId,
});

/** Whoever is named is in the round and can be had, and nobody is named twice. */
export function decideNaming(
  named: readonly PersonId[],
  { known, apart }: Nameable,
): Result<readonly PersonId[], MatchingRefusal> {
  const stranger = named.find((personId, at) => !known.has(personId) || named.indexOf(personId) !== at);
  if (stranger !== undefined) return refuse({ kind: 'matching-stranger', personId: stranger });
  for (const personId of named) {
    const cause = apart.get(personId);
    if (cause) return refuse(apartRefusal(personId, cause));
  }
  return accept(named);
}

/** A mentee names at most three mentors of the round. */
export const decideChoices = (
  named: readonly PersonId[],
  mentors: Nameable,
): Result<readonly PersonId[], MatchingRefusal> =>
  named.length > mostChoices ? refuse({ kind: 'matching-choices', most: mostChoices }) : decideNaming(named, mentors);

/** What a keeper or a coordinator says of two people: together, apart, or as the matching finds. */
export type PairRule = 'pin' | 'forbid' | 'free';

/** What a rule is decided from. */
export interface RuleFacts {
  readonly state: MatchingRoundState;
  readonly mentorIds: ReadonlySet<PersonId>;
  readonly menteeIds: ReadonlySet<PersonId>;
  /** Pairs laid before the two and not lapsed: they do not move. */
  readonly laid: readonly MatchedPair[];
  /** Pinned pairs, without the one that is asked about. */
  readonly pinned: readonly MatchedPair[];
  /** How many mentees the mentor takes. */
  readonly room: number;
  /** What keeps the two apart besides a rule, if anything does. */
  readonly apart: ApartCause | null;
}

/** A pair as it is ruled on. */
export interface RuledPair extends MatchedPair {
  readonly rule: PairRule;
  readonly reason: string;
}

function decidePin({ menteeId, mentorId }: RuledPair, facts: RuleFacts): MatchingRefusal | null {
  const { laid, pinned, room, apart } = facts;
  if (apart) return apartRefusal(mentorId, apart);
  if (pinned.some((pair) => pair.menteeId === menteeId)) return { kind: 'matching-full', room: 1 };
  const taken = [...laid, ...pinned].filter((pair) => pair.mentorId === mentorId).length;
  return taken >= room ? { kind: 'matching-full', room } : null;
}

/** A pair is pinned or forbidden with a reason; a laid pair does not move, a pin needs a free place and two who can be had. */
export function decideRule(pair: RuledPair, facts: RuleFacts): Result<RuledPair, MatchingRefusal> {
  const { menteeId, mentorId, rule, reason } = pair;
  if (facts.state === 'closed') return refuse({ kind: 'matching-state', state: facts.state });
  if (!facts.menteeIds.has(menteeId)) return refuse({ kind: 'matching-stranger', personId: menteeId });
  if (!facts.mentorIds.has(mentorId)) return refuse({ kind: 'matching-stranger', personId: mentorId });
  if (facts.laid.some((laid) => laid.menteeId === menteeId)) return refuse({ kind: 'matching-laid' });
  if (rule !== 'free' && reason.trim() === '') return refuse({ kind: 'reason-missing' });
  const refusal = rule === 'pin' ? decidePin(pair, facts) : null;
  return refusal ? refuse(refusal) : accept(pair);
}
