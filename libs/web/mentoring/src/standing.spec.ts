import { describe, expect, it } from '@jest/globals';
import { isOverdue, waitingFor } from './standing';
import { workLinksOf } from './work-links';

describe('where a pairing stands', () => {
  it.each([
    { state: 'active', toDay: '2026-11-25', isLate: true },
    { state: 'paused', toDay: '2026-11-25', isLate: true },
    { state: 'active', toDay: '2026-11-26', isLate: false },
    { state: 'active', toDay: null, isLate: false },
    { state: 'completed', toDay: '2026-11-25', isLate: false },
  ] as const)('$state until $toDay is overdue: $isLate', ({ state, toDay, isLate }) => {
    expect(isOverdue({ state, toDay }, '2026-11-26')).toBe(isLate);
  });

  it('waits for words, consent or signatures, and for nothing where it simply runs', () => {
    const said = { agreementState: 'written', revisionAwaits: [] } as const;
    const unsaid = { agreementState: 'asks', revisionAwaits: [] } as const;
    expect(waitingFor({ state: 'active', ...said })).toBeNull();
    expect(waitingFor({ state: 'active', ...unsaid })).toBe('asks');
    expect(waitingFor({ state: 'agreed', ...unsaid })).toBe('agreed');
    expect(waitingFor({ state: 'completed', ...unsaid })).toBeNull();
  });

  it('asks nobody for words that a revision says anew', () => {
    expect(waitingFor({ state: 'active', agreementState: 'asks', revisionAwaits: ['school'] })).toBeNull();
  });
});

describe('ways beside the pairings', () => {
  const labels = (...roles: Parameters<typeof workLinksOf>[0]) => workLinksOf(roles).map(({ label }) => label);

  it('are offered by role, and none to whom they would only refuse', () => {
    expect(labels('mentee')).toEqual(['observations', 'matching']);
    expect(labels('mentor')).toEqual(['observations', 'panels', 'matching', 'templates']);
    expect(labels('coordinator')).toEqual(['matching', 'tracking', 'cohorts', 'templates', 'honours']);
    expect(labels('viewer')).toEqual(['matching', 'tracking', 'cohorts', 'honours']);
    expect(labels('teacher')).toEqual(['panels']);
    const led = workLinksOf(['mentor'], true).map(({ label }) => label);
    expect(led).toEqual(['observations', 'panels', 'matching', 'tracking', 'cohorts', 'templates']);
  });
});
