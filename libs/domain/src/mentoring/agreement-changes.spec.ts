import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { agreementChanges, type AgreementText } from './agreement-changes';
import { obligationKinds, obligationPeriods, type ObligationTerms } from './obligation';

const hears: ObligationTerms = { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' };
const paper: ObligationTerms = { owedBy: 'mentee', kind: 'paper', number: 1, per: 'year' };
const text = (more: Partial<AgreementText> = {}): AgreementText => ({
  fromDay: '2026-09-01',
  toDay: '2027-07-31',
  clauses: '一式三份。',
  obligations: [hears],
  ...more,
});
const nothing = { added: [], removed: [], changed: [], hasOtherDays: false, hasOtherClauses: false };

describe('what a later text of an agreement changes', () => {
  it.each([
    ['nothing', {}, {}],
    ['a kind more', { obligations: [hears, paper] }, { added: [paper] }],
    ['a kind less', { obligations: [paper] }, { added: [paper], removed: [hears] }],
    [
      'another number',
      { obligations: [{ ...hears, number: 3 }] },
      { changed: [{ before: hears, after: { ...hears, number: 3 } }] },
    ],
    [
      'another period',
      { obligations: [{ ...hears, per: 'year' as const }] },
      { changed: [{ before: hears, after: { ...hears, per: 'year' } }] },
    ],
    [
      'another debtor',
      { obligations: [{ ...hears, owedBy: 'mentee' as const }] },
      { changed: [{ before: hears, after: { ...hears, owedBy: 'mentee' } }] },
    ],
    ['another first day', { fromDay: '2026-10-01' }, { hasOtherDays: true }],
    ['an open end', { toDay: null }, { hasOtherDays: true }],
    ['other clauses', { clauses: '' }, { hasOtherClauses: true }],
  ])('is %s', (_, more, expected) => {
    expect(agreementChanges(text(), text(more))).toEqual({ ...nothing, ...expected });
  });

  it('is told whole: the earlier text with its changes is the later one', () => {
    const terms = fc.record({
      owedBy: fc.constantFrom('mentor' as const, 'mentee' as const),
      kind: fc.constantFrom(...obligationKinds),
      number: fc.integer({ min: 1, max: 9 }),
      per: fc.constantFrom(...obligationPeriods),
    });
    const obligations = fc.uniqueArray(terms, { selector: ({ kind }) => kind });
    fc.assert(
      fc.property(obligations, obligations, (before, after) => {
        const { added, removed, changed } = agreementChanges(
          text({ obligations: before }),
          text({ obligations: after }),
        );
        const kept = before.filter(({ kind }) => !removed.some((gone) => gone.kind === kind));
        const turned = kept.map((one) => changed.find(({ before: was }) => was.kind === one.kind)?.after ?? one);
        const byKind = (a: ObligationTerms, b: ObligationTerms) => a.kind.localeCompare(b.kind);
        expect([...turned, ...added].toSorted(byKind)).toEqual(after.toSorted(byKind));
      }),
    );
  });
});
