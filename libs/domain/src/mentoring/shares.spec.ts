import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../kernel';
import { addDays, Temporal, type DaySpan } from '../time';
import type { Term } from '../calendar';
import { obligationPeriods, type ObligationTerms } from './obligation';
import { daysIn, sharesOf, wholeSpan, type PairingSpan } from './shares';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const term = (firstMonday: string, weekCount: number): Term => ({
  id: asId(firstMonday),
  sideId: 'aksu',
  firstMonday: day(firstMonday),
  weekCount,
});
const terms = [term('2026-08-31', 20), term('2027-03-01', 18)];
const span = (firstDay: string, lastDay: string | null, ...pauses: [string, string][]): PairingSpan => ({
  firstDay: day(firstDay),
  lastDay: lastDay === null ? null : day(lastDay),
  pauses: pauses.map(([first, last]) => ({ firstDay: day(first), lastDay: day(last) })),
});
const owes = (number: number, per: ObligationTerms['per']): ObligationTerms => ({
  owedBy: 'mentor',
  kind: 'mentor-hears',
  number,
  per,
});
const told = (of: ObligationTerms, over: PairingSpan) =>
  sharesOf(of, over, terms).map(
    ({ firstDay, lastDay, due }) => `${firstDay.toString()}..${lastDay.toString()} ${String(due)}`,
  );

describe('what is due in each period', () => {
  it('is the whole number of each term that lies within the pairing', () => {
    expect(told(owes(7, 'term'), span('2026-08-01', '2027-07-31'))).toEqual([
      '2026-08-31..2027-01-17 7',
      '2027-03-01..2027-07-04 7',
    ]);
  });

  it.each([
    ['begins with the eleventh of twenty weeks', span('2026-11-09', '2027-07-31'), '2026-11-09..2027-01-17 4'],
    ['ends after the first five weeks', span('2026-08-01', '2026-10-04'), '2026-08-31..2026-10-04 2'],
    [
      'pauses for ten weeks',
      span('2026-08-01', '2027-02-01', ['2026-09-07', '2026-11-15']),
      '2026-08-31..2027-01-17 4',
    ],
    ['is there for one day', span('2026-10-10', '2026-10-10'), '2026-10-10..2026-10-10 0'],
  ])('is a share by days where the pairing %s', (_, over, expected) => {
    expect(told(owes(7, 'term'), over)[0]).toBe(expected);
  });

  it('goes by calendar months, the first and last by their days', () => {
    expect(told(owes(2, 'month'), span('2026-09-16', '2026-11-10'))).toEqual([
      '2026-09-16..2026-09-30 1',
      '2026-10-01..2026-10-31 2',
      '2026-11-01..2026-11-10 1',
    ]);
  });

  it('goes by years of the agreement, not of the calendar', () => {
    expect(told(owes(1, 'year'), span('2026-09-01', '2028-02-29'))).toEqual([
      '2026-09-01..2027-08-31 1',
      '2027-09-01..2028-02-29 0',
    ]);
    expect(told(owes(2, 'year'), span('2026-09-01', '2028-02-29'))[1]).toBe('2027-09-01..2028-02-29 1');
  });

  it('reckons an agreement without an end for three years', () => {
    expect(wholeSpan(span('2026-09-01', null)).lastDay.toString()).toBe('2029-08-31');
    expect(told(owes(1, 'year'), span('2026-09-01', null))).toHaveLength(3);
    expect(told(owes(1, 'month'), span('2026-09-01', '9999-12-31'))).toHaveLength(120);
  });

  it('knows no term that the calendar does not know', () => {
    expect(told(owes(7, 'term'), span('2015-03-01', '2016-07-31'))).toEqual([]);
  });
});

const start = day('2026-06-01');
const spans = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, length]): DaySpan => ({ firstDay: addDays(start, from), lastDay: addDays(start, from + length) }));
const wishes = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...obligationPeriods))
  .map(([number, per]) => owes(number, per));

describe('shares, for any span', () => {
  it('lie within the pairing, follow each other, and never owe more than the agreement', () => {
    fc.assert(
      fc.property(wishes, spans, (wish, over) => {
        const shares = sharesOf(wish, { ...over, pauses: [] }, terms);
        shares.forEach((share, at) => {
          const before = shares[at - 1];
          expect(daysIn(share)).toBeGreaterThan(0);
          expect(Temporal.PlainDate.compare(over.firstDay, share.firstDay)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(share.lastDay, over.lastDay)).toBeLessThanOrEqual(0);
          if (before) expect(Temporal.PlainDate.compare(before.lastDay, share.firstDay)).toBeLessThan(0);
          expect(share.due).toBeGreaterThanOrEqual(0);
          expect(share.due).toBeLessThanOrEqual(wish.number);
        });
      }),
    );
  });

  it('owe together, within one a period, what the undivided pairing owes, wherever it is cut in two', () => {
    fc.assert(
      fc.property(wishes, spans, fc.integer({ min: 0, max: 500 }), (wish, over, cut) => {
        fc.pre(wish.per !== 'year'); // a year begins anew with the second half
        const at = Math.min(cut, daysIn(over) - 1);
        const lastDay = addDays(over.firstDay, at);
        const whole = sharesOf(wish, { ...over, pauses: [] }, terms);
        const first = sharesOf(wish, { firstDay: over.firstDay, lastDay, pauses: [] }, terms);
        const second = sharesOf(wish, { firstDay: addDays(lastDay, 1), lastDay: over.lastDay, pauses: [] }, terms);
        const sum = (shares: typeof whole) => shares.reduce((total, { due }) => total + due, 0);
        const halves = sum(first) + (Temporal.PlainDate.compare(lastDay, over.lastDay) < 0 ? sum(second) : 0);
        expect(Math.abs(halves - sum(whole))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('owe nothing for days of pause: a pairing paused throughout owes nothing', () => {
    fc.assert(
      fc.property(wishes, spans, (wish, over) => {
        const shares = sharesOf(wish, { ...over, pauses: [over] }, terms);
        expect(shares.every(({ due }) => due === 0)).toBe(true);
      }),
    );
  });
});
