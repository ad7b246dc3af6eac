import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endedPairingStates, pairingStates } from '../pairing-states';
import { decideCohortClosing, isOpenInCohort } from './cohort';

describe('a cohort', () => {
  it.each(pairingStates)('waits for a pairing in state %s until it has ended or goes on at a distance', (state) => {
    expect(isOpenInCohort({ state, atDistance: false })).toBe(!endedPairingStates.has(state));
    expect(isOpenInCohort({ state, atDistance: true })).toBe(false);
  });

  it('is closed once, when nobody is forgotten', () => {
    fc.assert(
      fc.property(fc.nat(), (open) => {
        expect(decideCohortClosing(false, open).ok).toBe(open === 0);
      }),
    );
    expect(decideCohortClosing(false, 3)).toEqual({ ok: false, refusal: { kind: 'cohort-open', open: 3 } });
    expect(decideCohortClosing(true, 0)).toEqual({ ok: false, refusal: { kind: 'cohort-closed' } });
  });
});
