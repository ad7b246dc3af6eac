import type { PairingCard } from '@qinglan/contracts';
import { askedPairingStates, type PairingState, type ShownState, shownState, Temporal } from '@qinglan/domain';
import type { IconName, Tone } from '@qinglan/web-ui';

/** How a state looks: what waits for somebody is amber, what goes well is not. */
export const stateLook: Readonly<Record<ShownState, { readonly tone: Tone; readonly icon: IconName }>> = {
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
  overdue: { tone: 'warn', icon: 'calendar' },
};

/** What is said of a pairing on a day. */
export const shownOf = ({ state, toDay }: Pick<PairingCard, 'state' | 'toDay'>, today: string): ShownState =>
  shownState(
    { state, lastDay: toDay === null ? null : Temporal.PlainDate.from(toDay) },
    Temporal.PlainDate.from(today),
  );

/** Is the last day over while the pairing has no end yet? Nothing ends in silence: somebody has to say how. */
export const isOverdue = (card: Pick<PairingCard, 'state' | 'toDay'>, today: string): boolean =>
  shownOf(card, today) === 'overdue';

/** Has it not begun yet? */
export const isOpening = (state: PairingState): boolean => askedPairingStates.has(state);

/** What a pairing waits for before anything can be counted; null where it simply runs. */
export type Waiting = 'consenting' | 'agreed' | 'paused' | 'assessing' | 'asks';

/** What a card has to say beyond its bars; words that were not read wait for nobody once a revision says them anew. */
export function waitingFor(card: Pick<PairingCard, 'state' | 'agreementState' | 'revisionAwaits'>): Waiting | null {
  const { state } = card;
  if (state === 'consenting' || state === 'agreed' || state === 'paused' || state === 'assessing') return state;
  return state === 'active' && card.agreementState === 'asks' && card.revisionAwaits.length === 0 ? 'asks' : null;
}
