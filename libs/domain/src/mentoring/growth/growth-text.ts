import type { Debtor } from '../obligation';

/** Texts of a pairing: the mentee's self-assessment at the start, 中期考核 and 学期小结, one of each a term. */
export const growthTextKinds = ['baseline', 'mid-term', 'term-summary'] as const;

/** A text of a pairing. */
export type GrowthTextKind = (typeof growthTextKinds)[number];

/** The baseline belongs to no term; it stands under this word instead. */
export const baselineTerm = 'start';

/** Who writes it; the other one replies. */
export const writerOf = (kind: GrowthTextKind): Debtor => (kind === 'baseline' ? 'mentee' : 'mentor');

/** Who replies to it. */
export const replierOf = (kind: GrowthTextKind): Debtor => (kind === 'baseline' ? 'mentor' : 'mentee');

/** Does the text belong where somebody wants to put it: the baseline at the start, the others in a term? */
export const isItsTerm = (kind: GrowthTextKind, term: string): boolean =>
  (kind === 'baseline') === (term === baselineTerm);
