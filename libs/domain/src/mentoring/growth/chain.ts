import type { PersonId } from '../../kernel';
import type { PairingState } from '../pairing-states';

/** A pairing that carries on another one. */
export interface Heir {
  readonly mentorId: PersonId;
  readonly state: PairingState;
}

/** Before somebody agreed to carry on, and where it came to nothing, the file of the earlier pairing stays closed. */
export const statesWithoutFile: ReadonlySet<PairingState> = new Set(['nominated', 'consenting', 'lapsed']);

/** Who reads the file of a pairing because a later one carries it on: observations, growth, portfolio. */
export const heirsOf = (later: readonly Heir[]): ReadonlySet<PersonId> =>
  new Set(later.filter(({ state }) => !statesWithoutFile.has(state)).map(({ mentorId }) => mentorId));
