import { type ReportingSide, reportingSides } from '../../access';
import { accept, refuse, type Result } from '../../kernel';

/** Where the report of a year stands: written and read, being frozen, or issued (and open for a correction). */
export const yearlyStates = ['draft', 'freezing', 'issued'] as const;

/** Where the report of a year stands. */
export type YearlyState = (typeof yearlyStates)[number];

/** What must be known to decide on a freeze. */
export interface FreezeFacts {
  readonly state: YearlyState;
  /** The sides that approve of what the draft says now. */
  readonly approvedBy: readonly ReportingSide[];
  /** Codes of sections with a comment that nobody resolved. */
  readonly openComments: readonly string[];
  /** How many issues there are. */
  readonly issues: number;
}

/** Why a report is not frozen; every reason names what is missing. */
export type FreezeRefusal =
  | { readonly kind: 'report-freezing' }
  | { readonly kind: 'comments-open'; readonly sections: readonly string[] }
  | { readonly kind: 'approval-missing'; readonly sides: readonly ReportingSide[] }
  | { readonly kind: 'reason-missing' };

/** Sides whose approval is still to come. */
export const sidesMissing = (approvedBy: readonly ReportingSide[]): readonly ReportingSide[] =>
  reportingSides.filter((side) => !approvedBy.includes(side));

/** What keeps a report from being frozen now, all of it; a reason is asked for only when the freeze is. */
export function freezeHindrances(facts: FreezeFacts): readonly Exclude<FreezeRefusal, { kind: 'reason-missing' }>[] {
  const sides = sidesMissing(facts.approvedBy);
  return [
    ...(facts.state === 'freezing' ? [{ kind: 'report-freezing' } as const] : []),
    ...(facts.openComments.length > 0 ? [{ kind: 'comments-open', sections: facts.openComments } as const] : []),
    ...(sides.length > 0 ? [{ kind: 'approval-missing', sides } as const] : []),
  ];
}

/** The number of the issue that a freeze makes: both sides approve, no comment is open, and a later issue says why. */
export function decideFreeze(facts: FreezeFacts, reason: string | null): Result<number, FreezeRefusal> {
  const [hindrance] = freezeHindrances(facts);
  if (hindrance) return refuse(hindrance);
  if (facts.issues > 0 && (reason ?? '').trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(facts.issues + 1);
}

/** What is being frozen is not written, commented or approved any more. */
export const decideReview = (state: YearlyState): Result<null, { readonly kind: 'report-freezing' }> =>
  state === 'freezing' ? refuse({ kind: 'report-freezing' }) : accept(null);
