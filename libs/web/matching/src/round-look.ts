import type { PairingState } from '@qinglan/domain';
import type { MatchingRoundCard } from '@qinglan/contracts';
import type { IconName, Tone } from '@qinglan/web-ui';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** How the state of a round looks. */
export const roundLook: Readonly<Record<MatchingRoundCard['state'], Look>> = {
  open: { tone: 'accent', icon: 'edit' },
  proposed: { tone: 'neutral', icon: 'list' },
  consenting: { tone: 'warn', icon: 'inbox' },
  closed: { tone: 'neutral', icon: 'check' },
};

/** How the state of a pair that was laid before the two looks. */
export function laidLook(state: PairingState): Look {
  if (state === 'consenting') return { tone: 'warn', icon: 'inbox' };
  return state === 'lapsed' ? { tone: 'bad', icon: 'none' } : { tone: 'good', icon: 'check' };
}
