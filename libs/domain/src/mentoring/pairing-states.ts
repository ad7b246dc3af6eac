import { accept, refuse, type Result } from '../kernel';

/** Every state of a pairing. */
export const pairingStates = [
  'nominated',
  'consenting',
  'agreed',
  'active',
  'paused',
  'assessing',
  'completed',
  'extended',
  'handed-over',
  'dissolved',
  'lapsed',
] as const;

/** Where a pairing stands. */
export type PairingState = (typeof pairingStates)[number];

/** Which states a state can become. */
export type PairingTransitions = Readonly<Record<PairingState, readonly PairingState[]>>;

/**
 * The life of a pairing as data: it ends in completion (出师), extension, handover or dissolution; what never began
 * lapses. Extended and handed-over pairings are carried on by a new one that points back.
 */
export const pairingTransitions: PairingTransitions = {
  nominated: ['consenting', 'lapsed'],
  consenting: ['agreed', 'lapsed'],
  agreed: ['active', 'lapsed', 'dissolved'],
  active: ['paused', 'assessing', 'extended', 'handed-over', 'dissolved'],
  paused: ['active', 'extended', 'handed-over', 'dissolved'],
  assessing: ['active', 'completed', 'extended', 'handed-over', 'dissolved'],
  completed: [],
  extended: [],
  'handed-over': [],
  dissolved: [],
  lapsed: [],
};

/** States a pairing stays in. */
export const endedPairingStates: ReadonlySet<PairingState> = new Set([
  'completed',
  'extended',
  'handed-over',
  'dissolved',
  'lapsed',
]);

/** States in which the two work with each other: they see each other's lessons, and what happens is credited. */
export const runningPairingStates: ReadonlySet<PairingState> = new Set(['active', 'paused', 'assessing']);

/** What is wrong with a table of transitions: states nobody reaches and states without the exit they need. */
export function pairingTransitionFaults(table: PairingTransitions): readonly string[] {
  const reached = new Set<PairingState>(['nominated']);
  for (const state of reached) table[state].forEach((next) => reached.add(next));
  const unreached = pairingStates.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`);
  const stuck = pairingStates.filter((state) => table[state].length === 0 && !endedPairingStates.has(state));
  const loose = pairingStates.filter((state) => table[state].length > 0 && endedPairingStates.has(state));
  return [
    ...unreached,
    ...stuck.map((state) => `${state} has no exit`),
    ...loose.map((state) => `${state} is final and has an exit`),
  ];
}

const faults = pairingTransitionFaults(pairingTransitions);
if (faults.length > 0) throw new Error(`pairing transitions: ${faults.join(', ')}`);

/** The pairing cannot become that from where it stands. */
export interface PairingTransitionRefusal {
  readonly kind: 'pairing-transition';
  readonly from: PairingState;
  readonly to: PairingState;
}

/** A pairing moves only along its transitions. */
export const decidePairingStep = (
  from: PairingState,
  to: PairingState,
): Result<PairingState, PairingTransitionRefusal> =>
  pairingTransitions[from].includes(to) ? accept(to) : refuse({ kind: 'pairing-transition', from, to });
