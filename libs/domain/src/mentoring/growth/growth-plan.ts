import { accept, refuse, type Result } from '../../kernel';
import { Temporal } from '../../time';
import { runningPairingStates, type PairingState } from '../pairing-states';

/** Where a goal stands. */
export const goalStates = ['open', 'reached', 'dropped'] as const;

/** Where a goal stands. */
export type GoalState = (typeof goalStates)[number];

/** One thing a mentee wants to become able to do. */
export interface Goal {
  readonly title: string;
  /** How anybody can see that it is reached. */
  readonly seenBy: string;
  readonly byDay: Temporal.PlainDate;
  readonly state: GoalState;
}

/** A plan of one goal is none, and five are too many to keep (workflows: "2–4 goals"). */
export const goalsOfAPlan = { fewest: 2, most: 4 } as const;

/** Why a plan cannot be written so. */
export type GrowthPlanRefusal =
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'goals-number'; readonly count: number }
  | { readonly kind: 'goal-too-early'; readonly at: number };

/** What a plan is written into. */
export interface PlannedPairing {
  readonly state: PairingState;
  readonly firstDay: Temporal.PlainDate;
}

/** Is this number of goals a plan? */
export const isPlan = (goals: number): boolean => goals >= goalsOfAPlan.fewest && goals <= goalsOfAPlan.most;

/** A plan has two to four goals, none due before the two began; it is written while they work together. */
export function decideGrowthPlan(
  pairing: PlannedPairing,
  goals: readonly Goal[],
): Result<readonly Goal[], GrowthPlanRefusal> {
  if (!runningPairingStates.has(pairing.state)) return refuse({ kind: 'pairing-state', state: pairing.state });
  if (!isPlan(goals.length)) return refuse({ kind: 'goals-number', count: goals.length });
  const early = goals.findIndex(({ byDay }) => Temporal.PlainDate.compare(byDay, pairing.firstDay) < 0);
  return early < 0 ? accept(goals) : refuse({ kind: 'goal-too-early', at: early });
}
