import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { schoolDay, type CalendarDay, type CalendarKind, type SchoolCalendar } from '../calendar';
import { asId, type LessonId, type PartyId } from '../kernel';
import { day, exception, makeUp, nation, school, schoolOf, side, term } from '../makers';
import { addDays, beijingSlot, overlaps, type Weekday } from '../time';
import { findClashes, freeWindows, type Hold, type WantedOccurrence } from './clashes';
import { isPlaced, type SeriesPlace } from './occurrence';
import { placeSeries } from './place-series';
import { termWindows } from './term-windows';
import { windowAt } from './window';

const anyWeekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const anyScope = fc.constantFrom(nation, side('hangzhou'), side('aksu'), school('HZ-YQ'), school('AK-SH'));
const anyException: fc.Arbitrary<CalendarDay> = fc
  .record({
    scope: anyScope,
    after: fc.integer({ min: 0, max: 150 }),
    kind: fc.constantFrom<CalendarKind>('day-off', 'exam', 'closed', 'make-up'),
    follows: fc.option(anyWeekday),
  })
  .map(({ scope, after, kind, follows }) => {
    const on = addDays(day('2026-08-31'), after).toString();
    return kind === 'make-up' ? makeUp(scope, on, follows) : exception(scope, on, kind);
  });

const anyPlace: fc.Arbitrary<SeriesPlace> = fc.record({
  term: fc.constant(term('hangzhou')),
  weekday: anyWeekday,
  period: fc.integer({ min: 1, max: 9 }),
  weeks: fc.constant(Array.from({ length: 20 }, (_, at) => at + 1)),
  hasClass: fc.boolean(),
  skipWeeks: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
});

const schoolsWith = (days: readonly CalendarDay[]): readonly [SchoolCalendar, SchoolCalendar] => [
  schoolOf('HZ-YQ', [], days),
  schoolOf('AK-SH', [], days),
];

describe('a series under any calendar', () => {
  it('answers for every week once, and places lessons only where both teach and both bells ring', () => {
    fc.assert(
      fc.property(anyPlace, fc.array(anyException, { maxLength: 40 }), (place, days) => {
        const [ours, theirs] = schoolsWith(days);
        const occurrences = placeSeries(place, ours, theirs);
        expect(occurrences.map((one) => one.week)).toEqual(place.weeks);
        for (const one of occurrences.filter(isPlaced)) {
          const [here, there] = [schoolDay(ours, one.day), schoolDay(theirs, one.day)];
          expect([here.runsWeekday, here.week, there.state]).toEqual([place.weekday, one.week, 'teaching']);
          expect(place.skipWeeks).not.toContain(one.week);
          const minutes = one.window.endsAt - one.window.startsAt;
          const clean = windowAt(here.periods, there.periods, { startsAt: one.window.startsAt, minutes });
          if (place.hasClass) expect(clean).toEqual(one.window);
          expect(one.slot).toEqual(beijingSlot(one.day, one.window.startsAt, one.window.endsAt));
        }
      }),
    );
  });

  it('takes at its period the window the term’s table shows first', () => {
    fc.assert(
      fc.property(anyPlace, fc.array(anyException, { maxLength: 40 }), (place, days) => {
        const schools = schoolsWith(days);
        const table = termWindows({ term: place.term, weekday: place.weekday, minutes: 40 }, schools);
        for (const one of placeSeries({ ...place, hasClass: true }, ...schools).filter(isPlaced)) {
          const row = table[one.week - 1];
          expect(row?.day.equals(one.day)).toBe(true);
          expect(row?.windows.find((window) => window.presentingPeriod === place.period)).toEqual(one.window);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const parties = ['T1', 'T2', 'C1', 'R1'].map((code) => asId<PartyId>(code));
const anySlot = fc
  .record({ after: fc.nat(2), startsAt: fc.integer({ min: 480, max: 560 }), minutes: fc.integer({ min: 1, max: 60 }) })
  .map(({ after, startsAt, minutes }) => beijingSlot(addDays(day('2026-09-14'), after), startsAt, startsAt + minutes));
const anyHold: fc.Arbitrary<Hold> = fc.record({
  partyId: fc.constantFrom(...parties),
  lessonId: fc.constantFrom(...['L1', 'L2'].map((code) => asId<LessonId>(code))),
  slot: anySlot,
});
const anyWish: fc.Arbitrary<WantedOccurrence> = fc.record({
  week: fc.nat(20),
  slot: anySlot,
  parties: fc.subarray(parties).map((some) => some.map((partyId) => ({ partyId, role: 'presenter' as const }))),
});

describe('clashes of any wishes', () => {
  it('are all the pairs of a wanted party and a time it is taken, and no other', () => {
    fc.assert(
      fc.property(fc.array(anyWish, { maxLength: 5 }), fc.array(anyHold, { maxLength: 15 }), (wishes, holds) => {
        let expected = 0;
        wishes.forEach((wish, index) => {
          const wants = (partyId: PartyId): boolean => wish.parties.some((party) => party.partyId === partyId);
          expected += holds.filter((hold) => wants(hold.partyId) && overlaps(hold.slot, wish.slot)).length;
          const earlier = wishes.slice(0, index).filter((other) => overlaps(other.slot, wish.slot));
          expected += earlier.flatMap((other) => other.parties).filter((party) => wants(party.partyId)).length;
        });
        const found = findClashes(wishes, holds);
        expect(found).toHaveLength(expected);
        for (const clash of found) expect(overlaps(clash.slot, clash.inTheWay.slot)).toBe(true);
      }),
    );
  });

  it('do not follow a wish into a proposed move', () => {
    const [ours, theirs] = schoolsWith([]);
    const [third] = placeSeries(
      { term: term('hangzhou'), weekday: 3, period: 3, weeks: [3], hasClass: true },
      ours,
      theirs,
    ).filter(isPlaced);
    const everyone = parties.map((partyId) => ({ partyId, role: 'presenter' as const }));
    fc.assert(
      fc.property(fc.array(anyHold, { maxLength: 6 }), (holds) => {
        const windows = third?.otherWindows ?? [];
        for (const move of freeWindows({ day: day('2026-09-16'), windows, parties: everyone }, holds)) {
          const slot = beijingSlot(day('2026-09-16'), move.startsAt, move.endsAt);
          expect(findClashes([{ week: 3, slot, parties: everyone }], holds)).toEqual([]);
        }
      }),
    );
  });
});
