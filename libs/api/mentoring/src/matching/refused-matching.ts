import { type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { MatchingRefusal } from '@qinglan/domain';

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
