import type { IconName } from './icon-paths';

/** What a colour means; a sign and words always say the same. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** The sign that goes with a tone where none is chosen. */
export const toneIcons = {
  neutral: 'info',
  accent: 'info',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
} as const satisfies Record<Tone, IconName>;
