import type { EntryKind } from '@qinglan/domain';
import type { IconName, Tone } from '@qinglan/web-ui';

/** The sign and the tone of each kind of remark; its word says the same. */
export const entryLooks: Readonly<Record<EntryKind, { readonly tone: Tone; readonly icon: IconName }>> = {
  note: { tone: 'neutral', icon: 'edit' },
  highlight: { tone: 'good', icon: 'check' },
  problem: { tone: 'warn', icon: 'alert' },
  advice: { tone: 'accent', icon: 'arrow' },
};
