import { accept, refuse, type Result } from '../../kernel';
import { decideReason, type ReasonRefusal } from '../../scheduling';
import { Temporal } from '../../time';
import { decidePairingStep, type PairingState, type PairingTransitionRefusal } from '../pairing-states';

/** Why somebody cannot pause or resume so. */
export type PauseRefusal = ReasonRefusal | PairingTransitionRefusal | { readonly kind: 'pause-days' };

/** A pairing as a pause finds it. */
export interface PausablePairing {
  readonly state: PairingState;
  readonly firstDay: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  /** The first day of the pause that holds, if one does. */
  readonly pausedSince: Temporal.PlainDate | null;
  /** The last day of the last pause that is over, if there was one. */
  readonly resumedAfter: Temporal.PlainDate | null;
}

const after = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;

/** A pause begins today or earlier, since the two began and after the pause before; nothing is owed for its days. */
export function decidePause(
  pairing: PausablePairing,
  firstDay: Temporal.PlainDate,
  reason: string,
): Result<string, PauseRefusal> {
  const step = decidePairingStep(pairing.state, 'paused');
  if (!step.ok) return step;
  const { resumedAfter } = pairing;
  const isEarly = after(pairing.firstDay, firstDay) || (resumedAfter !== null && !after(firstDay, resumedAfter));
  if (isEarly || after(firstDay, pairing.today)) return refuse({ kind: 'pause-days' });
  return decideReason(reason);
}

/** A pause ends with a day that is not before its first and not after today. */
export function decideResume(
  pairing: PausablePairing,
  lastDay: Temporal.PlainDate,
): Result<Temporal.PlainDate, PauseRefusal> {
  const step = decidePairingStep(pairing.state, 'active');
  if (!step.ok) return step;
  const { pausedSince, today } = pairing;
  if (pairing.state !== 'paused') return refuse({ kind: 'pairing-transition', from: pairing.state, to: 'active' });
  const isBefore = pausedSince !== null && after(pausedSince, lastDay);
  return isBefore || after(lastDay, today) ? refuse({ kind: 'pause-days' }) : accept(lastDay);
}
