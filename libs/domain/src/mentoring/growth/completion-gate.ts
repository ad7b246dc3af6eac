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

/** What the gate asks for: signatures of an agreement that was written here, each obligation by itself, the panel, and the parts of a whole portfolio. */
export type RequirementKind =
  | 'agreement'
  | 'obligation'
  | 'panel'
  | 'plan'
  | 'mentor-observed'
  | 'mentee-observed'
  | 'lesson-plan'
  | 'open-lesson'
  | 'paper';

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

/** One obligation with everything it was made due so far, in this pairing and in those that it carries on. */
export interface GateObligation {
  readonly kind: ObligationKind;
  readonly owedBy: Debtor;
  readonly shares: readonly PaidShare[];
}

/** Something that was credited, in this pairing or in one that it carries on. */
export interface GateCredit {
  readonly kind: ObligationKind;
  readonly evidence: EvidenceRef;
}

/** What is known of a pairing, and of those it carries on, when somebody asks whether it is complete. */
export interface GateFacts {
  readonly today: Temporal.PlainDate;
  /** How many of its parties signed the agreement; null where it was not written here, and is signed on paper. */
  readonly signatures: number | null;
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

/** 师傅, 徒弟 and the school. */
const partiesOfAgreement = 3;

const portfolioLine = (requirement: RequirementKind, need: number, evidence: readonly EvidenceRef[]): Requirement => ({
  requirement,
  obligation: null,
  owedBy: null,
  isMet: evidence.length >= need,
  have: evidence.length,
  need,
  evidence,
});

/**
 * What was due of an obligation up to today, and what of it was done, over all periods of the chain together: a lesson
 * that was missed in autumn may be heard in spring. A single period keeps its tone. What was done beyond the due is not
 * shown, and pays no other obligation.
 */
function obligationLine({ kind, owedBy, shares }: GateObligation, facts: GateFacts): Requirement {
  const begun = shares.filter(({ firstDay }) => Temporal.PlainDate.compare(firstDay, facts.today) <= 0);
  const need = begun.reduce((sum, share) => sum + balanceOf(share, facts.today).dueToDate, 0);
  const done = begun.reduce((sum, share) => sum + share.done, 0);
  const have = Math.min(done, need);
  const evidence = creditsOf(facts.credits, kind);
  return { requirement: 'obligation', obligation: kind, owedBy, isMet: have >= need, have, need, evidence };
}

const creditsOf = (credits: readonly GateCredit[], kind: ObligationKind): readonly EvidenceRef[] =>
  credits.filter((credit) => credit.kind === kind).map(({ evidence }) => evidence);

const observed = ({ observations }: GateFacts, direction: 'mentor-hears' | 'mentee-hears'): readonly EvidenceRef[] =>
  observations.filter((one) => one.direction === direction).map(({ evidence }) => evidence);

const agreementLine = (signatures: number): Requirement => ({
  ...portfolioLine('agreement', partiesOfAgreement, []),
  have: signatures,
  isMet: signatures >= partiesOfAgreement,
});

function planLine({ goals, plan }: GateFacts): Requirement {
  const line = portfolioLine('plan', goalsOfAPlan.fewest, plan ? [plan] : []);
  return { ...line, have: goals, isMet: plan !== null && isPlan(goals) };
}

/**
 * The gate of completion (出师), line by line with its evidence: the agreement signed where it was written here, obligations
 * met, panel passed, portfolio whole: growth plan, an observation each way that was countersigned, a lesson plan, the
 * open lesson, and a paper where one is owed. A pairing that carries on another one has its file and its debts.
 */
export function completionGate(facts: GateFacts): readonly Requirement[] {
  const owesPaper = facts.obligations.some(({ kind }) => kind === 'paper');
  return [
    ...(facts.signatures === null ? [] : [agreementLine(facts.signatures)]),
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
  'agreement',
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
