import { type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { MatchingRefusal, PersonId } from '@qinglan/domain';

function extrasOf(refusal: MatchingRefusal): ProblemExtras {
  switch (refusal.kind) {
    case 'matching-state':
      return { detail: refusal.state };
    case 'matching-days':
      return { detail: `${refusal.opensOn} – ${refusal.closesOn}` };
    case 'matching-full':
      return { detail: String(refusal.room) };
    default:
      return {};
  }
}

/** A refusal of matching as a problem. */
export const refusedMatching = (refusal: MatchingRefusal): Refused => new Refused(refusal.kind, extrasOf(refusal));

/** The same, naming whoever cannot be had. */
export function refusedNaming(refusal: MatchingRefusal, names: ReadonlyMap<PersonId, string>): Refused {
  const isApart = refusal.kind === 'matching-paired' || refusal.kind === 'matching-apart';
  return isApart ? new Refused(refusal.kind, { detail: names.get(refusal.personId) }) : refusedMatching(refusal);
}
