import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, Temporal } from '../time';
import { balanceOf, shareTone, type PaidShare } from './balance';
import { isSilent, waitingDays } from './contact';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
/** Twenty weeks: 140 days. */
const share = (due: number, done: number): PaidShare => ({
  firstDay: day('2026-08-31'),
  lastDay: day('2027-01-17'),
  due,
  done,
});
/** The day after which so many of the 140 days have gone. */
const after = (days: number): Temporal.PlainDate => addDays(day('2026-08-30'), days);

describe('the tone of a share', () => {
  it.each([
    ['nothing is due', share(0, 0), { gone: 140, tone: 'none' }],
    ['all is done early', share(7, 7), { gone: 3, tone: 'done' }],
    ['more is done than due', share(7, 9), { gone: 200, tone: 'done' }],
    ['less than half of the term has gone', share(10, 0), { gone: 69, tone: 'fair' }],
    ['half has gone and a third is done', share(10, 3), { gone: 70, tone: 'amber' }],
    ['half has gone and 35 % is done', share(20, 7), { gone: 70, tone: 'fair' }],
    ['three quarters have gone and less than half is done', share(10, 4), { gone: 105, tone: 'red' }],
    ['three quarters have gone and half is done', share(10, 5), { gone: 105, tone: 'fair' }],
    ['the last day is not over', share(10, 9), { gone: 140, tone: 'fair' }],
    ['the period is over and one is missing', share(10, 9), { gone: 141, tone: 'red' }],
  ] as const)('when %s', (_, given, { gone, tone }) => {
    expect(shareTone(given, after(gone))).toBe(tone);
  });
});

describe('the balance', () => {
  it('says what is due by today and until the end', () => {
    expect(balanceOf(share(7, 2), after(70))).toMatchObject({ dueToDate: 3, behind: 1, owed: 5, elapsed: 0.5 });
    expect(balanceOf(share(7, 0), after(0))).toMatchObject({ dueToDate: 0, behind: 0, owed: 7, elapsed: 0 });
    expect(balanceOf(share(7, 0), after(900))).toMatchObject({ dueToDate: 7, behind: 7, owed: 7, elapsed: 1 });
  });

  it('is never negative, never falls as days go by, and falls with every thing done', () => {
    const figure = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: -50, max: 300 }), (due, done, gone) => {
        const now = balanceOf(share(due, done), after(gone));
        const tomorrow = balanceOf(share(due, done), after(gone + 1));
        const paid = balanceOf(share(due, done + 1), after(gone));
        for (const each of [now, tomorrow, paid]) {
          expect(Math.min(each.dueToDate, each.behind, each.owed)).toBeGreaterThanOrEqual(0);
          expect(each.dueToDate).toBeLessThanOrEqual(due);
        }
        expect(tomorrow.behind).toBeGreaterThanOrEqual(now.behind);
        expect(paid.owed).toBe(Math.max(0, now.owed - 1));
      }),
    );
  });
});

describe('silence', () => {
  it('begins with the twenty-first day', () => {
    expect(isSilent(day('2026-09-01'), day('2026-09-21'))).toBe(false);
    expect(isSilent(day('2026-09-01'), day('2026-09-22'))).toBe(true);
  });

  it('is counted in days and never negative', () => {
    expect(waitingDays(day('2026-09-01'), day('2026-10-01'))).toBe(30);
    expect(waitingDays(day('2026-10-01'), day('2026-09-01'))).toBe(0);
  });
});
