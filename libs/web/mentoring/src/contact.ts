import type { PairingCard } from '@qinglan/contracts';
import { isSilent, runningPairingStates, Temporal, waitingDays } from '@qinglan/domain';
import type { IconName, Tone } from '@qinglan/web-ui';
import { isOverdue } from './standing';

/** How long ago the two met, in words to look up. */
export interface ContactLook {
  readonly words: 'days' | 'never' | 'today' | 'ago';
  readonly days: number;
  readonly isSilent: boolean;
  readonly tone: Tone;
  readonly icon: IconName;
}

/** How long one waits for the other; null where the pairing does not run, or is over, so nobody has to call. */
export function contactOf(
  card: Pick<PairingCard, 'state' | 'waitingSince' | 'lastContactOn' | 'toDay'>,
  today: string,
): ContactLook | null {
  if (!runningPairingStates.has(card.state) || isOverdue(card, today)) return null;
  const [since, day] = [Temporal.PlainDate.from(card.waitingSince), Temporal.PlainDate.from(today)];
  const days = waitingDays(since, day);
  const silent = isSilent(since, day);
  return { words: wordsFor(card, days, silent), days, isSilent: silent, ...lookOf(silent) };
}

function wordsFor(card: Pick<PairingCard, 'lastContactOn'>, days: number, silent: boolean): ContactLook['words'] {
  if (card.lastContactOn === null) return 'never';
  if (silent) return 'days';
  return days === 0 ? 'today' : 'ago';
}

const lookOf = (silent: boolean): Pick<ContactLook, 'tone' | 'icon'> =>
  silent ? { tone: 'warn', icon: 'alert' } : { tone: 'neutral', icon: 'clock' };
