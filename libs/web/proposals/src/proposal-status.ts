import type { IconName, Tone } from '@qinglan/web-ui';
import type { ProposalRow } from './shapes';

const looks: Readonly<Record<ProposalRow['status'], readonly [Tone, IconName]>> = {
  open: ['accent', 'clock'],
  answered: ['good', 'check'],
  withdrawn: ['neutral', 'undo'],
  expired: ['warn', 'clock'],
};

/** The tone and the sign of a proposal's status. */
export const statusLook = (status: ProposalRow['status']): readonly [Tone, IconName] => looks[status];
