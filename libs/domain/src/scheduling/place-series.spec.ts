import { describe, expect, it } from '@jest/globals';
import { parseWeeks, type CalendarDay, type SchoolCalendar } from '../calendar';
import { at, autumn2026, day, exception, makeUp, nation, school, schoolOf, side, term } from '../makers';
import { beijingWall, minuteOf, wallTime, type Weekday } from '../time';
import { isPlaced, type Occurrence, type SeriesPlace } from './occurrence';
import { placeSeries } from './place-series';

const weeks = (text: string): readonly number[] => {
  const parsed = parseWeeks(text);
  return parsed.ok ? parsed.value : [];
};

const place = (weekday: Weekday, period: number, more: Partial<SeriesPlace> = {}): SeriesPlace => ({
  term: term('hangzhou'),
  weekday,
  period,
  weeks: weeks('3-18'),
  hasClass: true,
  ...more,
});

const written = (occurrence: Occurrence): string => {
  if (occurrence.kind === 'placed')
    return `${wallTime(occurrence.window.startsAt)}–${wallTime(occurrence.window.endsAt)}`;
  if (occurrence.kind === 'not-placed') return occurrence.why;
  return occurrence.reasons.map((reason) => (reason.kind === 'left-out' ? reason.kind : reason.schoolDay.state)).join();
};

const byWeek = (occurrences: readonly Occurrence[]): Record<number, string> =>
  Object.fromEntries(occurrences.map((occurrence) => [occurrence.week, written(occurrence)]));

/** The same answer for every one of these weeks. */
const all = (text: string, answer: string): Record<number, string> =>
  Object.fromEntries(weeks(text).map((week) => [week, answer]));

const [sourceClear, aksuHigh] = [schoolOf('HZ-YQ'), schoolOf('AK-SH')];

describe('the series of the register, autumn 2026', () => {
  it('B01: fifteen lessons, ten minutes later from October, none on 7 October', () => {
    const occurrences = placeSeries(place(3, 3), sourceClear, aksuHigh);
    expect(byWeek(occurrences)).toEqual({
      ...all('3-5', '09:50–10:30'),
      6: 'day-off,day-off',
      ...all('7-18', '10:00–10:40'),
    });
    expect(occurrences.filter(isPlaced)).toHaveLength(15);
    expect(occurrences[3]?.day.toString()).toBe('2026-10-07');
    const first = occurrences.find(isPlaced);
    expect(first?.slot.startsAt.toString()).toBe('2026-09-16T01:50:00Z');
    expect(first?.slot.endsAt.equals(at('2026-09-16', '10:30'))).toBe(true);
    expect(first?.window).toMatchObject({
      presentingPeriod: 3,
      receivingPeriod: 1,
      presentingShift: -10,
      receivingShift: 10,
    });
  });

  it('B02: only its winter weeks, with other periods suggested for the summer ones', () => {
    const occurrences = placeSeries(place(2, 9, { weeks: weeks('3-18单') }), sourceClear, aksuHigh);
    expect(byWeek(occurrences)).toEqual({ ...all('3-5单', 'no-clean-window'), ...all('7-17单', '16:25–17:05') });
    const [third] = occurrences;
    const suggested = third?.kind === 'not-placed' ? third.suggestions.slice(0, 3) : [];
    expect(suggested.map((window) => window.presentingPeriod)).toEqual([4, 5, 3]);
    const cuts = third?.kind === 'not-placed' ? third.candidates : [];
    expect(cuts.every((candidate) => candidate.presentingPeriod === 9 && candidate.cutMinutes > 0)).toBe(true);
    expect(cuts.length).toBeGreaterThan(0);
  });

  it('B03: a class at the receiving end alone asks both bells as well, and Aksu’s exam is skipped', () => {
    const occurrences = placeSeries(place(4, 8, { weeks: weeks('4-17双,11') }), sourceClear, aksuHigh);
    expect(byWeek(occurrences)).toEqual({
      4: '15:50–16:30',
      6: '15:35–16:15',
      ...all('8-16双', '15:35–16:15'),
      11: 'exam',
    });
    const exam = occurrences.find((occurrence) => occurrence.week === 11);
    expect(exam).toMatchObject({
      kind: 'skipped',
      reasons: [
        {
          kind: 'no-school',
          end: 'receiving',
          schoolDay: { exception: { note: '期中考试（示例）', status: 'confirmed' } },
        },
      ],
    });
  });

  it('B04: fifteen lessons at one time, since the morning of the two bells does not change', () => {
    const occurrences = placeSeries(place(1, 3), schoolOf('HZ-WS'), schoolOf('AK-P2'));
    expect(byWeek(occurrences)).toEqual({
      ...all('3-5', '10:40–11:20'),
      6: 'day-off,day-off',
      ...all('7-18', '10:40–11:20'),
    });
  });

  it('B06 and B07: placed in summer weeks only, both in week 4', () => {
    const junior = schoolOf('HZ-CH');
    const sixth = placeSeries(place(2, 8, { weeks: weeks('3-16') }), junior, schoolOf('AK-M4'));
    const seventh = placeSeries(place(2, 8, { weeks: weeks('4-16双') }), junior, schoolOf('AK-M6'));
    const placed = [sixth, seventh].map((one) => one.filter(isPlaced).map((occurrence) => occurrence.week));
    expect(placed).toEqual([[3, 4, 5], [4]]);
    expect(byWeek(sixth)[7]).toBe('no-clean-window');
  });

  it('B09: a meeting without a class takes the presenter’s period as it stands', () => {
    const occurrences = placeSeries(place(5, 8, { weeks: [4, 6, 10, 14], hasClass: false }), sourceClear, aksuHigh);
    expect(byWeek(occurrences)).toEqual({ 4: 'day-off,day-off', ...all('6,10,14', '15:40–16:20') });
    expect(occurrences.find(isPlaced)?.window).toEqual({
      startsAt: minuteOf('15:40'),
      endsAt: minuteOf('16:20'),
      presentingPeriod: 8,
      receivingPeriod: null,
      presentingShift: 0,
      receivingShift: 0,
    });
  });
});

const nationalDay = autumn2026.filter((one) => one.kind === 'day-off');
const yuanqing = (more: readonly CalendarDay[]): SchoolCalendar => schoolOf('HZ-YQ', more, nationalDay);
const aksu = (more: readonly CalendarDay[]): SchoolCalendar => schoolOf('AK-SH', more, nationalDay);
const week6 = (presenting: readonly CalendarDay[], receiving: readonly CalendarDay[]): Occurrence | undefined =>
  placeSeries(place(3, 3, { weeks: [6] }), yuanqing(presenting), aksu(receiving))[0];

describe('a make-up day', () => {
  const saturday = '2026-10-10';

  it('that follows the weekday in the presenting school carries the lesson of its week', () => {
    const carried = week6([makeUp(nation, saturday, 3)], [makeUp(nation, saturday, 5)]);
    expect(carried).toMatchObject({ kind: 'placed', week: 6 });
    expect(carried?.day.toString()).toBe(saturday);
  });

  it.each([
    { name: 'follows another weekday', ours: makeUp(nation, saturday, 5), expected: 'day-off,day-off' },
    { name: 'follows none', ours: makeUp(nation, saturday, null), expected: 'day-off,day-off' },
    { name: 'lies in another week', ours: makeUp(nation, '2026-10-17', 3), expected: 'day-off,day-off' },
  ])('that $name does not', ({ ours, expected }) => {
    const skipped = week6([ours], [ours]);
    expect(skipped?.day.toString()).toBe('2026-10-07');
    expect(skipped && written(skipped)).toBe(expected);
  });

  it('gives nothing when the receiving school’s follows none', () => {
    const skipped = week6([makeUp(nation, saturday, 3)], [makeUp(nation, saturday, null)]);
    expect(skipped).toMatchObject({
      kind: 'skipped',
      reasons: [{ end: 'receiving', schoolDay: { state: 'make-up-unassigned' } }],
    });
  });

  it('leaves the lesson on its own day where both run the weekday', () => {
    const [both] = placeSeries(place(3, 3, { weeks: [7] }), yuanqing([makeUp(nation, '2026-10-17', 3)]), aksu([]));
    expect(both?.day.toString()).toBe('2026-10-14');
  });

  it('of an earlier day leaves it there as well', () => {
    const [both] = placeSeries(place(3, 3, { weeks: [7] }), yuanqing([makeUp(nation, '2026-10-12', 3)]), aksu([]));
    expect(both?.day.toString()).toBe('2026-10-14');
  });

  it('on a weekday that runs another timetable carries that one', () => {
    const runsFriday = yuanqing([makeUp(school('HZ-YQ'), '2026-09-16', 5)]);
    const [wednesday] = placeSeries(place(3, 3, { weeks: [3] }), runsFriday, aksu([]));
    expect(wednesday).toMatchObject({
      kind: 'skipped',
      reasons: [{ kind: 'other-timetable', schoolDay: { runsWeekday: 5 } }],
    });
  });
});

describe('a series', () => {
  it('skips what a side’s provisional day takes, and says so', () => {
    const corban: CalendarDay = {
      ...exception(side('aksu'), '2026-09-16', 'day-off'),
      status: 'provisional',
      note: '古尔邦节（推算）',
    };
    const [third] = placeSeries(place(3, 3, { weeks: [3] }), yuanqing([corban]), aksu([corban]));
    expect(third).toMatchObject({
      kind: 'skipped',
      reasons: [{ end: 'receiving', schoolDay: { exception: { scope: { kind: 'side' }, status: 'provisional' } } }],
    });
  });

  it('counts each school’s own weeks, and skips those outside a term', () => {
    const later = { ...aksuHigh, terms: [term('aksu', { firstMonday: day('2026-09-14'), weekCount: 4 })] };
    const occurrences = placeSeries(place(3, 3, { weeks: [2, 3, 7, 21] }), sourceClear, later);
    expect(byWeek(occurrences)).toEqual({
      2: 'outside-term',
      3: '09:50–10:30',
      7: 'outside-term',
      21: 'outside-term,outside-term',
    });
    expect(occurrences[1]).toMatchObject({ week: 3, receivingWeek: 1 });
  });

  it('does not run on into the next term', () => {
    const next = (sideId: string) => term(sideId, { firstMonday: day('2027-01-18') });
    const [ours, theirs] = [sourceClear, aksuHigh].map((one) => ({ ...one, terms: [...one.terms, next(one.sideId)] }));
    const occurrences = ours && theirs ? placeSeries(place(3, 3, { weeks: [20, 21] }), ours, theirs) : [];
    expect(byWeek(occurrences)).toEqual({ 20: '10:00–10:40', 21: 'outside-term' });
  });

  it('leaves out the weeks the proposer leaves out', () => {
    expect(byWeek(placeSeries(place(3, 3, { weeks: [3, 4], skipWeeks: [4] }), sourceClear, aksuHigh))).toEqual({
      3: '09:50–10:30',
      4: 'left-out',
    });
  });

  it('takes a choice that is clean, of whatever period, and refuses one that is not', () => {
    const choices = [
      { week: 3, startsAt: minuteOf('10:40') },
      { week: 4, startsAt: minuteOf('10:00') },
      { week: 5, startsAt: minuteOf('10:42') },
    ];
    const occurrences = placeSeries(place(2, 9, { weeks: [3, 4, 5], choices }), sourceClear, aksuHigh);
    expect(byWeek(occurrences)).toEqual({ 3: '10:40–11:20', 4: 'choice-not-clean', 5: 'choice-not-clean' });
    const refused = occurrences[1];
    expect(refused?.kind === 'not-placed' && refused.suggestions.length).toBeGreaterThan(0);
  });

  it('lets a meeting begin whenever it is chosen to', () => {
    const choices = [{ week: 6, startsAt: minuteOf('20:00') }];
    const [sixth] = placeSeries(place(5, 8, { weeks: [6], hasClass: false, choices }), sourceClear, aksuHigh);
    expect(sixth).toMatchObject({ kind: 'placed', window: { startsAt: 1200, endsAt: 1240, presentingPeriod: null } });
  });

  it('lets no meeting reach into the next day', () => {
    const placed = ['23:20', '23:25'].map((startsAt) => {
      const choices = [{ week: 6, startsAt: minuteOf(startsAt) }];
      return placeSeries(place(5, 8, { weeks: [6], hasClass: false, choices }), sourceClear, aksuHigh)[0]?.kind;
    });
    expect(placed).toEqual(['placed', 'not-placed']);
  });

  it('says when the bell has no such period', () => {
    const occurrences = placeSeries(place(3, 12, { weeks: [3] }), sourceClear, aksuHigh);
    expect(occurrences[0]).toMatchObject({ kind: 'not-placed', why: 'no-such-period', candidates: [] });
    const meeting = placeSeries(place(3, 12, { weeks: [3], hasClass: false }), sourceClear, aksuHigh);
    expect(meeting[0]).toMatchObject({ kind: 'not-placed', why: 'no-such-period', suggestions: [] });
  });

  it('keeps a length of its own', () => {
    const [third] = placeSeries(place(3, 3, { weeks: [3], minutes: 30 }), sourceClear, aksuHigh);
    expect(third && isPlaced(third) && third.window.endsAt - third.window.startsAt).toBe(30);
  });

  it('offers the day’s other windows for a move', () => {
    const [third] = placeSeries(place(3, 3, { weeks: [3] }), sourceClear, aksuHigh).filter(isPlaced);
    expect(third?.otherWindows.slice(0, 2).map((window) => wallTime(window.startsAt))).toEqual(['10:40', '12:50']);
    expect(third?.otherWindows.some((window) => window.startsAt === third.window.startsAt)).toBe(false);
  });

  it('lies on the Beijing clock', () => {
    for (const occurrence of placeSeries(place(3, 3), sourceClear, aksuHigh).filter(isPlaced)) {
      const wall = beijingWall(occurrence.slot.startsAt);
      expect([wall.day.toString(), wall.minute]).toEqual([occurrence.day.toString(), occurrence.window.startsAt]);
    }
  });
});
