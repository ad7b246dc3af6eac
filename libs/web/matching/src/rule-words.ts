import type { MatchingPlanPair } from '@qinglan/contracts';

/** What somebody wants of a pair; without a mentor one is chosen first. */
export interface WantedRule {
  readonly mentee: MatchingPlanPair['mentee'];
  readonly mentor: MatchingPlanPair['mentor'] | null;
  readonly rule: 'pin' | 'forbid' | 'free';
}
