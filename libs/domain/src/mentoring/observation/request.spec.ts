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
    ['asked', 'accepted', '', 'ok'],
    ['asked', 'declined', '那天出差', 'ok'],
    ['asked', 'declined', ' ', 'reason-missing'],
    ['asked', 'withdrawn', '', 'ok'],
    ['accepted', 'withdrawn', '', 'reason-missing'],
    ['accepted', 'withdrawn', '停课', 'ok'],
    ['accepted', 'declined', '停课', 'request-closed'],
    ['declined', 'accepted', '', 'request-closed'],
    ['withdrawn', 'accepted', '', 'request-closed'],
  ] as const)('from %s to %s for "%s": %s', (from, to, reason, expected) => {
    const decided = decideRequestStep(from, to, reason);
    expect(decided.ok ? 'ok' : decided.refusal.kind).toBe(expected);
  });
});
