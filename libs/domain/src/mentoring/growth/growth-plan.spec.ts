import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../time';
import { pairingStates, runningPairingStates } from '../pairing-states';
import { decideGrowthPlan, type Goal, isPlan } from './growth-plan';

const firstDay = Temporal.PlainDate.from('2026-09-01');
const goal = (byDay = '2026-12-31'): Goal => ({
  title: '能独立设计一节新授课',
  seenBy: '教案经师傅看过，不再改动环节',
  byDay: Temporal.PlainDate.from(byDay),
  state: 'open',
});
const active = { state: 'active' as const, firstDay };

describe('a growth plan', () => {
  it.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
    [4, true],
    [5, false],
  ])('of %i goals is a plan: %s', (count, is) => {
    const goals = Array.from({ length: count }, () => goal());
    expect(isPlan(count)).toBe(is);
    expect(decideGrowthPlan(active, goals)).toEqual(
      is ? { ok: true, value: goals } : { ok: false, refusal: { kind: 'goals-number', count } },
    );
  });

  it.each(pairingStates)('is written in state %s only where the two work together', (state) => {
    const goals = [goal(), goal()];
    expect(decideGrowthPlan({ state, firstDay }, goals).ok).toBe(runningPairingStates.has(state));
  });

  it('names the goal that was due before the two began; the first day itself is allowed', () => {
    expect(decideGrowthPlan(active, [goal('2026-09-01'), goal('2026-08-31')])).toEqual({
      ok: false,
      refusal: { kind: 'goal-too-early', at: 1 },
    });
  });

  it('takes any plan whose days are not before the first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 2, maxLength: 4 }), (offsets) => {
        const goals = offsets.map((days) => goal(firstDay.add({ days }).toString()));
        expect(decideGrowthPlan(active, goals).ok).toBe(true);
      }),
    );
  });
});
