import { describe, expect, it } from '@jest/globals';
import { debtorsOf, isAskedFor, mayOwe, obligationKinds } from './obligation';

describe('what can be owed', () => {
  it.each(obligationKinds)('%s is owed by somebody, and by those only who can', (kind) => {
    expect(debtorsOf[kind].length).toBeGreaterThan(0);
    for (const debtor of ['mentor', 'mentee'] as const)
      expect(mayOwe(kind, debtor)).toBe(debtorsOf[kind].includes(debtor));
  });

  it('is never a lesson that the other one hears', () => {
    expect([mayOwe('mentor-hears', 'mentee'), mayOwe('mentee-hears', 'mentor')]).toEqual([false, false]);
  });
});

describe('what is written down', () => {
  it('is asked for where a share of its kind is due, and not by the share of another kind or one of nothing', () => {
    const shares = [
      { kind: 'discussion', due: 2 },
      { kind: 'paper', due: 0 },
    ] as const;
    expect(isAskedFor(shares, 'discussion')).toBe(true);
    expect(isAskedFor(shares, 'paper')).toBe(false);
    expect(isAskedFor(shares, 'open-lesson')).toBe(false);
    expect(isAskedFor([], 'discussion')).toBe(false);
  });
});
