import type { ProposalRow } from './shapes';

type Schools = {
  readonly [school in 'fromSchool' | 'toSchool']: Pick<ProposalRow[school], 'id' | 'shortName'>;
};

/** A proposal as its reader sees it. */
export interface Viewpoint {
  readonly direction: 'fromWhom' | 'toWhom' | 'between';
  /** The school that is not the reader's; both for a reader of neither. */
  readonly name: string;
}

export function viewpointOf({ fromSchool, toSchool }: Schools, ownId: string | null): Viewpoint {
  if (ownId === toSchool.id) return { direction: 'fromWhom', name: fromSchool.shortName };
  if (ownId === fromSchool.id) return { direction: 'toWhom', name: toSchool.shortName };
  return { direction: 'between', name: `${fromSchool.shortName} – ${toSchool.shortName}` };
}
