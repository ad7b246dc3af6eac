import type { LessonCard } from '@qinglan/contracts';
import type { IconName, Tone } from '@qinglan/web-ui';

/** Where a lesson stands. */
export type LessonState = LessonCard['state'];

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** Tone and sign of each state; the word always stands beside them. */
export const lessonLook = {
  draft: { tone: 'neutral', icon: 'edit' },
  proposed: { tone: 'warn', icon: 'clock' },
  countered: { tone: 'warn', icon: 'undo' },
  confirmed: { tone: 'good', icon: 'check' },
  live: { tone: 'accent', icon: 'wifi' },
  ended: { tone: 'neutral', icon: 'door' },
  verified: { tone: 'good', icon: 'lock' },
  declined: { tone: 'bad', icon: 'close' },
  expired: { tone: 'neutral', icon: 'history' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
  cancelled: { tone: 'bad', icon: 'none' },
  missed: { tone: 'bad', icon: 'alert' },
  interrupted: { tone: 'warn', icon: 'wifiOff' },
} as const satisfies Record<LessonState, Look>;

const released: ReadonlySet<LessonState> = new Set(['declined', 'expired', 'withdrawn', 'cancelled']);

/** Has the lesson given its time back, so that something else may take it? */
export const isReleased = (state: LessonState): boolean => released.has(state);
