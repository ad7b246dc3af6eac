import { accept, refuse, type Result } from '../../kernel';

/** Every state of an activity. */
export const activityStates = ['scheduled', 'held', 'cancelled'] as const;

/** Where an activity stands. */
export type ActivityState = (typeof activityStates)[number];

/** Which states a state can become. */
export type ActivityTransitions = Readonly<Record<ActivityState, readonly ActivityState[]>>;

/** The life of an activity as data: it is arranged, and then it was held or was called off. */
export const activityTransitions: ActivityTransitions = {
  scheduled: ['held', 'cancelled'],
  held: [],
  cancelled: [],
};

/** States an activity stays in. */
export const endedActivityStates: ReadonlySet<ActivityState> = new Set(['held', 'cancelled']);

/** What is wrong with a table of transitions: states nobody reaches and states without the exit they need. */
export function activityTransitionFaults(table: ActivityTransitions): readonly string[] {
  const reached = new Set<ActivityState>(['scheduled']);
  for (const state of reached) table[state].forEach((next) => reached.add(next));
  return [
    ...activityStates.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...activityStates
      .filter((state) => table[state].length === 0 && !endedActivityStates.has(state))
      .map((state) => `${state} has no exit`),
    ...activityStates
      .filter((state) => table[state].length > 0 && endedActivityStates.has(state))
      .map((state) => `${state} is final and has an exit`),
  ];
}

const faults = activityTransitionFaults(activityTransitions);
if (faults.length > 0) throw new Error(`activity transitions: ${faults.join(', ')}`);

/** The activity was called off or written down already. */
export interface ActivityClosed {
  readonly kind: 'activity-closed';
  readonly state: ActivityState;
}

/** An activity moves only along its transitions. */
export const decideActivityStep = (from: ActivityState, to: ActivityState): Result<ActivityState, ActivityClosed> =>
  activityTransitions[from].includes(to) ? accept(to) : refuse({ kind: 'activity-closed', state: from });
