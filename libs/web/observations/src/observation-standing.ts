import type { ObservationCard } from '@qinglan/contracts';
import type { IconName, Tone } from '@qinglan/web-ui';

/** Where an observation stands, as a word, a tone and a sign. */
export interface Standing {
  readonly word: 'open' | 'submitted' | 'replied' | 'done';
  readonly tone: Tone;
  readonly icon: IconName;
}

/** Being written, waiting, answered without a signature, or done. */
export function standingOf(one: Pick<ObservationCard, 'state' | 'countersignedAt'>): Standing {
  if (one.state === 'open') return { word: 'open', tone: 'accent', icon: 'edit' };
  if (one.countersignedAt !== null) return { word: 'done', tone: 'good', icon: 'check' };
  return { word: one.state === 'submitted' ? 'submitted' : 'replied', tone: 'warn', icon: 'clock' };
}
