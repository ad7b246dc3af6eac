import { Temporal } from '../../time';
import { balanceOf, type PaidShare } from '../balance';
import type { Debtor, ObligationKind } from '../obligation';
import { goalsOfAPlan, isPlan } from './growth-plan';

/** Where one can look at what meets a requirement. */
export interface EvidenceRef {
  readonly of: 'lesson' | 'observation' | 'activity' | 'open-lesson' | 'hand' | 'plan';
  readonly id: string;
  readonly title: string;
  /** The Beijing day on which it happened. */
  readonly onDay: string | null;
}

/** What the gate asks for: each obligation by itself, the panel, and the parts of a whole portfolio. */
export type RequirementKind =
  'obligation' | 'panel' | 'plan' | 'mentor-observed' | 'mentee-observed' | 'lesson-plan' | 'open-lesson' | 'paper';

/** One line of the gate. */
export interface Requirement {
  readonly requirement: RequirementKind;
  /** Which obligation it is, and whose; null for all other requirements. */
  readonly obligation: ObligationKind | null;
  readonly owedBy: Debtor | null;
  readonly isMet: boolean;
  readonly have: number;
  readonly need: number;
  readonly evidence: readonly EvidenceRef[];
}

/** One obligation with everything it was made due so far. */
export interface GateObligation {
  readonly kind: ObligationKind;
  readonly owedBy: Debtor;
  readonly shares: readonly PaidShare[];
}

/** Something that was credited; what stands in the file of an earlier pairing fills the portfolio and pays nothing. */
export interface GateCredit {
  readonly kind: ObligationKind;
  readonly isEarlier: boolean;
  readonly evidence: EvidenceRef;
}

/** What is known of a pairing, and of those it carries on, when somebody asks whether it is complete. */
export interface GateFacts {
  readonly today: Temporal.PlainDate;
  readonly obligations: readonly GateObligation[];
  /** Everything that was credited and not taken back. */
  readonly credits: readonly GateCredit[];
  /** How many goals the growth plan has; 0 where there is none. */
  readonly goals: number;
  readonly plan: EvidenceRef | null;
  /** Observations that the other one countersigned. */
  readonly observations: readonly {
    readonly direction: 'mentor-hears' | 'mentee-hears';
    readonly evidence: EvidenceRef;
  }[];
  /** Open lessons whose panel passed them. */
  readonly passed: readonly EvidenceRef[];
}

const portfolioLine = (requirement: RequirementKind, need: number, evidence: readonly EvidenceRef[]): Requirement => ({
  requirement,
  obligation: null,
  owedBy: null,
  isMet: evidence.length >= need,
  have: evidence.length,
  need,
  evidence,
});

/** What was due of an obligation up to today over all its periods, and what was done in them. */
function obligationLine({ kind, owedBy, shares }: GateObligation, facts: GateFacts): Requirement {
  const begun = shares.filter(({ firstDay }) => Temporal.PlainDate.compare(firstDay, facts.today) <= 0);
  const need = begun.reduce((sum, share) => sum + balanceOf(share, facts.today).dueToDate, 0);
  const have = begun.reduce((sum, share) => sum + share.done, 0);
  const own = facts.credits.filter((credit) => !credit.isEarlier);
  const evidence = creditsOf(own, kind);
  return { requirement: 'obligation', obligation: kind, owedBy, isMet: have >= need, have, need, evidence };
}

const creditsOf = (credits: readonly GateCredit[], kind: ObligationKind): readonly EvidenceRef[] =>
  credits.filter((credit) => credit.kind === kind).map(({ evidence }) => evidence);

const observed = ({ observations }: GateFacts, direction: 'mentor-hears' | 'mentee-hears'): readonly EvidenceRef[] =>
  observations.filter((one) => one.direction === direction).map(({ evidence }) => evidence);

function planLine({ goals, plan }: GateFacts): Requirement {
  const line = portfolioLine('plan', goalsOfAPlan.fewest, plan ? [plan] : []);
  return { ...line, have: goals, isMet: plan !== null && isPlan(goals) };
}

/**
 * The gate of completion (出师), line by line with its evidence: obligations met, panel passed, portfolio whole: growth
 * plan, an observation each way that was countersigned, a lesson plan, the open lesson, and a paper where one is owed. A
 * pairing that carries on another one has its file; what it owes it pays itself.
 */
export function completionGate(facts: GateFacts): readonly Requirement[] {
  const owesPaper = facts.obligations.some(({ kind }) => kind === 'paper');
  return [
    ...facts.obligations.map((obligation) => obligationLine(obligation, facts)),
    portfolioLine('panel', 1, facts.passed),
    planLine(facts),
    portfolioLine('mentor-observed', 1, observed(facts, 'mentor-hears')),
    portfolioLine('mentee-observed', 1, observed(facts, 'mentee-hears')),
    portfolioLine('lesson-plan', 1, creditsOf(facts.credits, 'lesson-plan')),
    portfolioLine('open-lesson', 1, creditsOf(facts.credits, 'open-lesson')),
    ...(owesPaper ? [portfolioLine('paper', 1, creditsOf(facts.credits, 'paper'))] : []),
  ];
}

/** The gate is open when every line of it is met. */
export const isGateOpen = (gate: readonly Requirement[]): boolean => gate.every(({ isMet }) => isMet);

/** What takes longest to come comes last: a plan is written today, a panel needs a day that suits everybody. */
const easiestFirst: readonly RequirementKind[] = [
  'plan',
  'lesson-plan',
  'mentor-observed',
  'mentee-observed',
  'obligation',
  'paper',
  'open-lesson',
  'panel',
];

/** The one thing to do next; null where the gate is open. */
export function nextStepOf(gate: readonly Requirement[]): Requirement | null {
  const order = ({ requirement }: Requirement): number => easiestFirst.indexOf(requirement);
  return gate.filter(({ isMet }) => !isMet).toSorted((a, b) => order(a) - order(b))[0] ?? null;
}
