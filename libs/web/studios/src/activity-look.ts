import type { IconName, Tone } from '@qinglan/web-ui';
import type { ActivityRow } from './shapes';

/** How each state of an activity looks. */
export const activityLook = {
  scheduled: { tone: 'accent', icon: 'calendar' },
  held: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'none' },
} as const satisfies Record<ActivityRow['state'], { readonly tone: Tone; readonly icon: IconName }>;
