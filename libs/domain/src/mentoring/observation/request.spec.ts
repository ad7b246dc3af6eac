import { describe, expect, it } from '@jest/globals';
import { day } from '../../makers';
import { decideAsk, decideRequestStep, observationRequestStates, observationRequestTransitions } from '.';

describe('asking for an observation', () => {
  it.each([
    ['2026-09-15', '2026-09-16', true],
    ['2026-09-16', '2026-09-16', false],
    ['2026-09-17', '2026-09-16', false],
  ])('on %s for %s', (today, lessonDay, isTaken) => {
    expect(decideAsk(day(lessonDay), day(today)).ok).toBe(isTaken);
  });

  it('has no state that is never reached', () => {
    const reached = new Set(['asked', ...Object.values(observationRequestTransitions).flat()]);
    expect(observationRequestStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each([
    { from: 'asked', to: 'accepted', reason: '', expected: 'ok' },
    { from: 'asked', to: 'declined', reason: '那天出差', expected: 'ok' },
    { from: 'asked', to: 'declined', reason: ' ', expected: 'reason-missing' },
    { from: 'asked', to: 'withdrawn', reason: '', expected: 'ok' },
    { from: 'accepted', to: 'withdrawn', reason: '', expected: 'reason-missing' },
    { from: 'accepted', to: 'withdrawn', reason: '停课', expected: 'ok' },
    { from: 'accepted', to: 'declined', reason: '停课', expected: 'request-closed' },
    { from: 'declined', to: 'accepted', reason: '', expected: 'request-closed' },
    { from: 'withdrawn', to: 'accepted', reason: '', expected: 'request-closed' },
  ] as const)('from $from to $to for "$reason": $expected', ({ from, to, reason, expected }) => {
    const decided = decideRequestStep(from, to, reason);
    expect(decided.ok ? 'ok' : decided.refusal.kind).toBe(expected);
  });
});
