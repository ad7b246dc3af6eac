import { askedPairingStates } from '@qinglan/domain';
import type { Mentor } from './shapes';

type Guided = Pick<Mentor['pairings'][number], 'state'> & { readonly mentee: { readonly id: string } };

/** How many people somebody guides: who is only asked is not guided yet, and nobody counts twice. */
export const menteesOf = (pairings: readonly Guided[]): number =>
  new Set(
    pairings.filter(({ state }) => state === null || !askedPairingStates.has(state)).map(({ mentee }) => mentee.id),
  ).size;
