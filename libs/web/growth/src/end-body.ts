import type { CallOf, endPairing } from '@qinglan/contracts';
import { asId, type EndAct, type PairingId } from '@qinglan/domain';
import type { EndChoice } from './end-given';

type EndBody = NonNullable<CallOf<typeof endPairing>['body']>;

/** What an act sends of what was chosen. */
export function bodyOf(act: EndAct, choice: EndChoice): EndBody {
  const { reason, toDay, atDistance, successorId, result } = choice;
  const newPairingId = choice.newPairingIds[0] ?? asId<PairingId>('');
  switch (act) {
    case 'complete':
      return { act, result };
    case 'extend':
      return { act, reason, toDay, atDistance, newPairingId };
    case 'hand-over':
      return { act, reason, toDay, newPairingId, successorId: successorId ?? '' };
    default:
      return { act, reason };
  }
}
