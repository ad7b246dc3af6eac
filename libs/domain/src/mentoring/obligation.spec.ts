import { describe, expect, it } from '@jest/globals';
import { debtorsOf, mayOwe, obligationKinds } from './obligation';

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
