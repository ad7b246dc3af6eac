import type { PairingCard } from '@qinglan/contracts';
import { endedPairingStates, type PairingState } from '@qinglan/domain';
import type { IconName, Tone } from '@qinglan/web-ui';

/** How a state looks: what waits for somebody is amber, what goes well is not. */
export const stateLook: Readonly<Record<PairingState, { readonly tone: Tone; readonly icon: IconName }>> = {
  nominated: { tone: 'neutral', icon: 'person' },
  consenting: { tone: 'warn', icon: 'inbox' },
  agreed: { tone: 'warn', icon: 'edit' },
  active: { tone: 'good', icon: 'check' },
  paused: { tone: 'neutral', icon: 'clock' },
  assessing: { tone: 'accent', icon: 'list' },
  completed: { tone: 'good', icon: 'check' },
  extended: { tone: 'neutral', icon: 'arrow' },
  'handed-over': { tone: 'neutral', icon: 'move' },
  dissolved: { tone: 'neutral', icon: 'none' },
  lapsed: { tone: 'neutral', icon: 'none' },
};

/** Is the last day over while the pairing has no end yet? Nothing ends in silence: somebody has to say how. */
export const isOverdue = ({ state, toDay }: Pick<PairingCard, 'state' | 'toDay'>, today: string): boolean =>
  !endedPairingStates.has(state) && toDay !== null && toDay < today;

/** Has it not begun yet? */
export const isOpening = (state: PairingState): boolean =>
  state === 'nominated' || state === 'consenting' || state === 'agreed';

/** What a pairing waits for before anything can be counted; null where it simply runs. */
export type Waiting = 'consenting' | 'agreed' | 'paused' | 'assessing' | 'asks';

/** What a card has to say beyond its bars. */
export function waitingFor(card: Pick<PairingCard, 'state' | 'agreementState'>): Waiting | null {
  const { state } = card;
  if (state === 'consenting' || state === 'agreed' || state === 'paused' || state === 'assessing') return state;
  return state === 'active' && card.agreementState === 'asks' ? 'asks' : null;
}
