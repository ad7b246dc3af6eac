import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type ClassroomId } from '../kernel';
import { at } from '../makers';
import type { Slot } from '../time';
import { effectiveMinutes, joinIntervals } from './intervals';
import { connectedClassrooms, type Beat } from './presence';

const start = at('2026-09-16', '09:00');
/** Seconds after nine o'clock. */
const span = (from: number, to: number): Slot => ({
  startsAt: start.add({ seconds: from }),
  endsAt: start.add({ seconds: to }),
});
const seconds = (slots: readonly Slot[]): readonly (readonly [number, number])[] =>
  slots.map(
    (slot) =>
      [slot.startsAt, slot.endsAt].map((when) => (when.epochMilliseconds - start.epochMilliseconds) / 1000) as [
        number,
        number,
      ],
  );

describe('intervals of presence', () => {
  it.each([
    { name: 'a return within the grace', raw: [span(0, 100), span(400, 500)], joined: [[0, 500]] },
    {
      name: 'a return after the grace',
      raw: [span(0, 100), span(401, 500)],
      joined: [
        [0, 100],
        [401, 500],
      ],
    },
    { name: 'two tabs at once', raw: [span(0, 300), span(100, 200)], joined: [[0, 300]] },
    {
      name: 'tabs in any order',
      raw: [span(1000, 1100), span(50, 200), span(0, 100)],
      joined: [
        [0, 200],
        [1000, 1100],
      ],
    },
    { name: 'nothing', raw: [], joined: [] },
  ])('of $name', ({ raw, joined }) => {
    expect(seconds(joinIntervals(raw))).toEqual(joined);
  });

  it('keep every second and leave only gaps longer than the grace', () => {
    const anySpan = fc
      .tuple(fc.nat(5000), fc.integer({ min: 1, max: 900 }))
      .map(([from, length]) => span(from, from + length));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), fc.nat(600), (raw, grace) => {
        const joined = seconds(joinIntervals(raw, grace));
        for (const [from, to] of seconds(raw)) expect(joined.some(([a, b]) => a <= from && to <= b)).toBe(true);
        joined.slice(1).forEach(([from], index) => expect(from - (joined[index]?.[1] ?? 0)).toBeGreaterThan(grace));
      }),
    );
  });
});

describe('effective minutes', () => {
  const slot = span(0, 2400);

  it.each([
    { name: 'both for the whole lesson', ours: [span(-600, 3000)], theirs: [[span(-60, 2500)]], minutes: 40 },
    { name: 'nobody', ours: [], theirs: [[]], minutes: 0 },
    { name: 'only the presenting classroom', ours: [span(0, 2400)], theirs: [[]], minutes: 0 },
    { name: 'one after the other', ours: [span(0, 1200)], theirs: [[span(1200, 2400)]], minutes: 0 },
    {
      name: 'two receiving classrooms in turn',
      ours: [span(0, 2400)],
      theirs: [[span(0, 1000)], [span(900, 1800)]],
      minutes: 30,
    },
    {
      name: 'two receiving classrooms at once, counted once',
      ours: [span(0, 600)],
      theirs: [[span(0, 600)], [span(0, 600)]],
      minutes: 10,
    },
    { name: 'pieces of a minute together', ours: [span(0, 50), span(100, 150)], theirs: [[span(0, 150)]], minutes: 1 },
    { name: 'less than a whole minute', ours: [span(0, 59)], theirs: [[span(0, 59)]], minutes: 0 },
    { name: 'both before the lesson alone', ours: [span(-900, 0)], theirs: [[span(-900, 0)]], minutes: 0 },
  ])('of $name', ({ ours, theirs, minutes }) => {
    expect(effectiveMinutes(ours, theirs, slot)).toBe(minutes);
  });

  it('are the seconds at which both are there, counted one by one', () => {
    const anySpans = fc.array(fc.tuple(fc.integer({ min: -300, max: 2600 }), fc.integer({ min: 1, max: 900 })), {
      maxLength: 5,
    });
    const toSpans = (pairs: readonly (readonly [number, number])[]): readonly Slot[] =>
      pairs.map(([from, length]) => span(from, from + length));
    const isIn = (pairs: readonly (readonly [number, number])[], second: number): boolean =>
      pairs.some(([from, length]) => from <= second && second < from + length);
    fc.assert(
      fc.property(anySpans, anySpans, anySpans, (ours, one, other) => {
        let held = 0;
        for (let second = 0; second < 2400; second += 1)
          if (isIn(ours, second) && (isIn(one, second) || isIn(other, second))) held += 1;
        expect(effectiveMinutes(toSpans(ours), [toSpans(one), toSpans(other)], slot)).toBe(Math.floor(held / 60));
      }),
    );
  });
});

describe('connected classrooms', () => {
  const room = asId<ClassroomId>('AK-SH-R1');
  const beat = (after: number): Beat => ({ classroomId: room, seenAt: start.add({ seconds: after }) });

  it('are those heard of within 75 seconds', () => {
    expect(connectedClassrooms([beat(0)], start.add({ seconds: 74 })).has(room)).toBe(true);
    expect(connectedClassrooms([beat(0)], start.add({ seconds: 75 })).has(room)).toBe(false);
  });

  it('count once, however many tabs beat, and stay while one of them does', () => {
    const connected = connectedClassrooms([beat(0), beat(60), beat(80)], start.add({ seconds: 100 }));
    expect([...connected]).toEqual([room]);
  });
});
