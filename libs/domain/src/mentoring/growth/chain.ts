import type { PersonId } from '../../kernel';
import type { PairingState } from '../pairing-states';

/** A pairing that carries on another one. */
export interface Heir {
  readonly mentorId: PersonId;
  readonly state: PairingState;
}

/** Before somebody agreed to carry on, and once it came to nothing or was dissolved, the file of the earlier pairing is closed. */
export const statesWithoutFile: ReadonlySet<PairingState> = new Set(['nominated', 'consenting', 'lapsed', 'dissolved']);

/** A successor in one of these has not begun: whoever was handed over still waits for her, or waits for nobody. */
export const statesBeforeSuccessor: ReadonlySet<PairingState> = new Set([
  'nominated',
  'consenting',
  'agreed',
  'lapsed',
]);

/** Was a pairing that was handed over taken up by one of those it was handed to? */
export const isPassedOn = (continuations: readonly PairingState[]): boolean =>
  continuations.some((state) => !statesBeforeSuccessor.has(state));

/** Did every successor decline, so that another one has to be found? */
export const isForsaken = (continuations: readonly PairingState[]): boolean =>
  continuations.every((state) => state === 'lapsed');

/** Who reads the file of a pairing because a later one carries it on: observations, growth, portfolio. */
export const heirsOf = (later: readonly Heir[]): ReadonlySet<PersonId> =>
  new Set(later.filter(({ state }) => !statesWithoutFile.has(state)).map(({ mentorId }) => mentorId));
