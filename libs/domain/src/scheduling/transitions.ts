import { accept, refuse, type Result } from '../kernel';

/** Every state of a lesson. */
export const lessonStates = [
  'draft',
  'proposed',
  'countered',
  'confirmed',
  'live',
  'ended',
  'verified',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
  'missed',
  'interrupted',
] as const;

/** Where a lesson stands. */
export type LessonState = (typeof lessonStates)[number];

/** Which states a state can become. */
export type Transitions = Readonly<Record<LessonState, readonly LessonState[]>>;

/** The life of a lesson as data. */
export const lessonTransitions: Transitions = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['countered', 'confirmed', 'declined', 'expired', 'withdrawn'],
  countered: ['proposed', 'confirmed', 'declined', 'expired', 'withdrawn'],
  confirmed: ['live', 'cancelled', 'missed'],
  live: ['ended', 'interrupted'],
  ended: ['verified'],
  verified: [],
  declined: [],
  expired: [],
  withdrawn: [],
  cancelled: [],
  missed: [],
  interrupted: [],
};

/** States a lesson stays in: a make-up lesson is a new one that points to it. */
export const finalStates: ReadonlySet<LessonState> = new Set([
  'verified',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
  'missed',
  'interrupted',
]);

/** States in which a lesson claims its parties' time. */
export const holdingStates: ReadonlySet<LessonState> = new Set([
  'proposed',
  'countered',
  'confirmed',
  'live',
  'ended',
  'verified',
  'interrupted',
  'missed',
]);

/** What is wrong with a table of transitions: states nobody reaches and states without the exit they need. */
export function transitionFaults(table: Transitions): readonly string[] {
  const reached = new Set<LessonState>(['draft']);
  for (const state of reached) table[state].forEach((next) => reached.add(next));
  const unreached = lessonStates.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`);
  const stuck = lessonStates.filter((state) => table[state].length === 0 && !finalStates.has(state));
  const loose = lessonStates.filter((state) => table[state].length > 0 && finalStates.has(state));
  return [
    ...unreached,
    ...stuck.map((state) => `${state} has no exit`),
    ...loose.map((state) => `${state} is final and has an exit`),
  ];
}

const faults = transitionFaults(lessonTransitions);
if (faults.length > 0) throw new Error(`lesson transitions: ${faults.join(', ')}`);

/** The lesson cannot become that from where it stands. */
export interface TransitionRefusal {
  readonly kind: 'transition-not-allowed';
  readonly from: LessonState;
  readonly to: LessonState;
}

/** A lesson moves only along its transitions. */
export const decideTransition = (from: LessonState, to: LessonState): Result<LessonState, TransitionRefusal> =>
  lessonTransitions[from].includes(to) ? accept(to) : refuse({ kind: 'transition-not-allowed', from, to });
