import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportingSides } from '../../access';
import { decideFreeze, decideReview, type FreezeFacts, freezeHindrances, sidesMissing, yearlyStates } from './review';

const ready: FreezeFacts = { state: 'draft', approvedBy: ['hangzhou', 'aksu'], openComments: [], issues: 0 };

describe('a freeze', () => {
  it('makes the first issue without a reason', () => {
    expect(decideFreeze(ready, null)).toEqual({ ok: true, value: 1 });
  });

  it('needs a reason for a later one', () => {
    const issued = { ...ready, state: 'issued' as const, issues: 1 };
    expect(decideFreeze(issued, '  ')).toEqual({ ok: false, refusal: { kind: 'reason-missing' } });
    expect(decideFreeze(issued, '一条记录改正')).toEqual({ ok: true, value: 2 });
  });

  it.each([
    [
      { ...ready, approvedBy: [] },
      { kind: 'approval-missing', sides: ['hangzhou', 'aksu'] },
    ],
    [
      { ...ready, approvedBy: ['hangzhou' as const] },
      { kind: 'approval-missing', sides: ['aksu'] },
    ],
    [
      { ...ready, openComments: ['facts'] },
      { kind: 'comments-open', sections: ['facts'] },
    ],
    [{ ...ready, state: 'freezing' as const }, { kind: 'report-freezing' }],
  ] as const)('is refused by name: %j', (facts, refusal) => {
    expect(decideFreeze(facts, 'reason')).toEqual({ ok: false, refusal });
  });

  it('goes through exactly when nothing stands in its way', () => {
    const facts = fc.record({
      state: fc.constantFrom(...yearlyStates),
      approvedBy: fc.subarray([...reportingSides]),
      openComments: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
      issues: fc.nat(3),
    });
    fc.assert(
      fc.property(facts, (given) => {
        expect(decideFreeze(given, 'reason').ok).toBe(freezeHindrances(given).length === 0);
        expect(sidesMissing(given.approvedBy).length + given.approvedBy.length).toBe(2);
      }),
    );
  });

  it('stops writing and reviewing while it runs', () => {
    expect(decideReview('freezing')).toEqual({ ok: false, refusal: { kind: 'report-freezing' } });
    expect(decideReview('draft').ok && decideReview('issued').ok).toBe(true);
  });
});
