/** What can be owed: lessons heard by the mentor, by the mentee, open lessons, lesson plans, discussions, papers. */
export const obligationKinds = [
  'mentor-hears',
  'mentee-hears',
  'open-lesson',
  'lesson-plan',
  'discussion',
  'paper',
] as const;

/** One sort of thing that can be owed. */
export type ObligationKind = (typeof obligationKinds)[number];

/** How often a number is owed: by calendar month, by teaching term of the mentee's side, by year of the agreement. */
export const obligationPeriods = ['month', 'term', 'year'] as const;

/** How often a number is owed. */
export type ObligationPeriod = (typeof obligationPeriods)[number];

/** Who owes it. */
export type Debtor = 'mentor' | 'mentee';

/** Who can owe each kind, the usual one first: a lesson that is heard is owed by the one who hears it. */
export const debtorsOf: Readonly<Record<ObligationKind, readonly Debtor[]>> = {
  'mentor-hears': ['mentor'],
  'mentee-hears': ['mentee'],
  'open-lesson': ['mentee', 'mentor'],
  'lesson-plan': ['mentee', 'mentor'],
  discussion: ['mentor', 'mentee'],
  paper: ['mentee', 'mentor'],
};

/** Can this one of the two owe that kind? 师傅 + 徒弟听课 says nothing. */
export const mayOwe = (kind: ObligationKind, debtor: Debtor): boolean => debtorsOf[kind].includes(debtor);

/** One line of an agreement: who owes what, how many, how often. */
export interface ObligationTerms {
  readonly owedBy: Debtor;
  readonly kind: ObligationKind;
  /** Whole, from 1 to 99. */
  readonly number: number;
  readonly per: ObligationPeriod;
}

/** Does any of these shares ask for something of a kind? What no agreement asks for can be written down and counts for nothing. */
export const isAskedFor = (
  shares: readonly { readonly kind: ObligationKind; readonly due: number }[],
  kind: ObligationKind,
): boolean => shares.some((share) => share.kind === kind && share.due > 0);
