import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId } from '../../kernel';
import { pairingStates } from '../pairing-states';
import { heirsOf } from './chain';

const next = asId<PersonId>('next');

describe('the file of a pairing', () => {
  it.each(pairingStates)(
    'is read by who carries it on in state %s only once that was agreed, and until it is dissolved',
    (state) => {
      const opens = !['nominated', 'consenting', 'lapsed', 'dissolved'].includes(state);
      expect(heirsOf([{ mentorId: next, state }]).has(next)).toBe(opens);
    },
  );

  it('is read by nobody where nobody carries it on', () => {
    expect(heirsOf([]).size).toBe(0);
  });
});
