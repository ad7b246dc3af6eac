import type { MatchingPerson } from '@qinglan/contracts';

/** Why a mentor cannot be named for the mentee the list was asked for. */
export type ClosedCause = NonNullable<MatchingPerson['apart']> | 'untold' | 'no-room' | 'full';

/** What the plan would refuse: the two cannot be had together, or the mentor has no place left; null where all is well. */
export function closedCause({ apart, toldAt, room, roomLeft }: MatchingPerson): ClosedCause | null {
  if (apart) return apart;
  if (toldAt === null) return 'untold';
  if (!room) return 'no-room';
  return roomLeft === 0 ? 'full' : null;
}
