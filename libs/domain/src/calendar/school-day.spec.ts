import { describe, expect, it } from '@jest/globals';
import { asId } from '../kernel';
import { day, exception, makeUp, nation, schedules, school, schoolOf, side, term } from '../makers';
import type { CalendarDay } from './exception';
import { schoolCalendar, schoolDay } from './school-day';
import { dayOf, lastDayOf, termOn, weekOf } from './term';

const on = (text: string, days: readonly CalendarDay[]) => schoolDay(schoolOf('AK-SH', [], days), day(text));
const wednesday = '2026-09-16';

describe('teaching weeks', () => {
  it.each([
    ['2026-08-30', null],
    ['2026-08-31', 1],
    ['2026-09-06', 1],
    ['2026-09-07', 2],
    ['2027-01-17', 20],
    ['2027-01-18', null],
  ])('%s lies in week %s', (text, week) => {
    expect(weekOf(term('aksu'), day(text))).toBe(week);
  });

  it('give the day of a weekday, also beyond the term', () => {
    expect(dayOf(term('aksu'), 3, 3).toString()).toBe(wednesday);
    expect(dayOf(term('aksu'), 21, 1).toString()).toBe('2027-01-18');
    expect(lastDayOf(term('aksu')).toString()).toBe('2027-01-17');
    expect(termOn([term('aksu')], day('2026-07-01'))).toBeNull();
  });
});

describe('a school day', () => {
  it('teaches its weekday by the bell of the season', () => {
    const summer = on(wednesday, []);
    expect(summer).toMatchObject({ state: 'teaching', runsWeekday: 3, week: 3, exception: null });
    expect(summer.season?.name).toBe('夏季');
    expect(summer.periods).toHaveLength(8);
    expect(on('2026-10-14', []).season?.name).toBe('冬季');
  });

  it.each([
    ['2026-09-19', 'weekend'],
    ['2026-09-20', 'weekend'],
    ['2026-07-15', 'outside-term'],
    ['2026-07-18', 'weekend'],
  ])('%s is %s', (text, state) => {
    expect(on(text, [])).toMatchObject({ state, runsWeekday: null, periods: [] });
  });

  it.each(['day-off', 'exam', 'closed'] as const)('does not teach on %s, and says which exception it was', (kind) => {
    const given = exception(nation, wednesday, kind);
    expect(on(wednesday, [given])).toMatchObject({ state: kind, runsWeekday: null, periods: [], exception: given });
  });

  it('says day off in the vacation as well', () => {
    expect(on('2026-07-15', [exception(nation, '2026-07-15', 'day-off')]).state).toBe('day-off');
  });

  it('runs on a make-up day the timetable of the weekday it follows', () => {
    expect(on('2026-10-10', [makeUp(nation, '2026-10-10', 3)])).toMatchObject({
      state: 'teaching',
      runsWeekday: 3,
      week: 6,
    });
  });

  it('is open on a make-up day that follows none, with periods but with nothing placed by itself', () => {
    const open = on('2026-10-10', [makeUp(nation, '2026-10-10', null)]);
    expect(open).toMatchObject({ state: 'make-up-unassigned', runsWeekday: null });
    expect(open.periods).toHaveLength(8);
  });

  const off = exception(nation, wednesday, 'day-off');
  const sideExam = exception(side('aksu'), wednesday, 'exam');
  const schoolOpen = makeUp(school('AK-SH'), wednesday, 5);

  it.each([
    { days: [off, sideExam, schoolOpen], wins: schoolOpen },
    { days: [schoolOpen, sideExam, off], wins: schoolOpen },
    { days: [off, sideExam], wins: sideExam },
    { days: [sideExam, off], wins: sideExam },
    { days: [off, schoolOpen], wins: schoolOpen },
    { days: [off], wins: off },
  ])('lets school overrule side and side overrule nation, in whatever order they are listed', ({ days, wins }) => {
    expect(on(wednesday, days).exception).toBe(wins);
  });

  it('is not bound by other schools and sides', () => {
    const others = [exception(school('AK-M4'), wednesday, 'closed'), exception(side('hangzhou'), wednesday, 'day-off')];
    expect(on(wednesday, others)).toMatchObject({ state: 'teaching', exception: null });
  });

  it('has no periods where the bell has no season, and knows only its own side’s terms', () => {
    const bell = { ...schedules.aksuSecondary, seasons: schedules.aksuSecondary.seasons.slice(0, 1) };
    const terms = [term('hangzhou', { firstMonday: day('2026-09-07') }), term('aksu')];
    const calendar = schoolCalendar({ schoolId: asId('AK-SH'), sideId: 'aksu', bell, terms, days: [] });
    expect(schoolDay(calendar, day('2026-10-14'))).toMatchObject({ week: 7, season: null, periods: [] });
  });
});
