import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../time';
import { pairingStates } from '../pairing-states';
import { decidePause, decideResume, type PausablePairing } from './pause';

const day = (text: string) => Temporal.PlainDate.from(text);
const active: PausablePairing = {
  ...{ state: 'active', firstDay: day('2026-09-01'), today: day('2026-10-10') },
  ...{ pausedSince: null, resumedAfter: day('2026-09-20') },
};
const paused: PausablePairing = { ...active, state: 'paused', pausedSince: day('2026-10-01') };

describe('a pause', () => {
  it.each([
    ['2026-09-20', false],
    ['2026-09-21', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('may begin on %s: %s', (first, may) => {
    const answer = decidePause(active, day(first), '病假');
    expect(answer).toEqual(may ? { ok: true, value: '病假' } : { ok: false, refusal: { kind: 'pause-days' } });
  });

  it('does not begin before the two did', () => {
    expect(decidePause({ ...active, resumedAfter: null }, day('2026-08-31'), '病假')).toEqual({
      ok: false,
      refusal: { kind: 'pause-days' },
    });
  });

  it('has a reason', () => {
    expect(decidePause(active, day('2026-10-01'), ' ')).toEqual({ ok: false, refusal: { kind: 'reason-missing' } });
  });

  it.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('may end on %s: %s', (last, may) => {
    const answer = decideResume(paused, day(last));
    expect(answer).toEqual(may ? { ok: true, value: day(last) } : { ok: false, refusal: { kind: 'pause-days' } });
  });

  it.each(pairingStates)('begins in state %s only where it is active, and ends only where it is paused', (state) => {
    expect(decidePause({ ...active, state }, day('2026-10-01'), '病假').ok).toBe(state === 'active');
    expect(decideResume({ ...paused, state }, day('2026-10-05')).ok).toBe(state === 'paused');
  });
});
