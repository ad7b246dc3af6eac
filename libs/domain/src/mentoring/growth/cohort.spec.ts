import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endedPairingStates, type PairingState, pairingStates } from '../pairing-states';
import { decideCohortClosing, isOpenInCohort } from './cohort';

describe('a cohort', () => {
  it.each(pairingStates)('waits for a pairing in state %s until it has ended or goes on at a distance', (state) => {
    const isOpen = (atDistance: boolean) => isOpenInCohort({ state, atDistance, continuations: ['active'] });
    expect(isOpen(false)).toBe(!endedPairingStates.has(state));
    expect(isOpen(true)).toBe(false);
  });

  it.each<[readonly PairingState[], boolean]>([
    [[], true],
    [['lapsed', 'lapsed'], true],
    [['lapsed', 'consenting'], true],
    [['agreed'], true],
    [['lapsed', 'active'], false],
    [['dissolved'], false],
  ])('waits for a pairing handed over to successors who are %j: %s', (continuations, isOpen) => {
    expect(isOpenInCohort({ state: 'handed-over', atDistance: false, continuations })).toBe(isOpen);
    expect(isOpenInCohort({ state: 'handed-over', atDistance: true, continuations })).toBe(false);
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
