import { describe, expect, it } from '@jest/globals';
import { asId, type CalendarDayId, type OrganisationId, type TermId } from '@qinglan/domain';
import type { CalendarDayRow } from '../kinds/calendar-day.kind';
import type { Term } from '../kinds/term.kind';
import { calendarOf, decides, lastOfMonth, monthsOf, monthView, type Whom } from './month';

let made = 0;
const exception = (day: string, more: Partial<CalendarDayRow> = {}): CalendarDayRow => ({
  id: asId<CalendarDayId>(`day-${++made}`),
  scope: 'nation',
  sideId: null,
  schoolId: null,
  day,
  kind: 'day-off',
  followsWeekday: null,
  status: 'confirmed',
  note: '',
  school: null,
  version: 1,
  ...more,
});
const term: Term = {
  id: asId<TermId>('term'),
  code: '2026-1',
  name: '2026学年第一学期',
  sideId: 'aksu',
  firstMonday: '2026-08-31',
  weekCount: 20,
  version: 1,
};
const school: Whom = { scope: 'school', sideId: 'aksu', schoolId: 'school' };
const ofSchool = { scope: 'school', schoolId: asId<OrganisationId>('school') } as const;

const october = (whom: Whom, rows: readonly CalendarDayRow[]) => {
  const view = monthView(calendarOf(whom, rows, whom.scope === 'nation' ? [] : [term]), '2026-10-01');
  const cells = view.weeks.flatMap(({ days }) => days).filter((cell) => cell !== null);
  return { view, at: (day: string) => cells.find((cell) => cell.day === day), cells };
};

describe('a month of a calendar', () => {
  it('begins its weeks on Monday, names teaching weeks and leaves other months out', () => {
    const { view, cells } = october(school, []);
    expect(cells).toHaveLength(31);
    expect(view.weeks.map(({ week }) => week)).toEqual([5, 6, 7, 8, 9]);
    expect(view.weeks[0]?.days.map((cell) => cell?.number ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
  });

  it('lets a school overrule the nation, and says which exception decides', () => {
    const holiday = exception('2026-10-07');
    const open = exception('2026-10-07', { ...ofSchool, kind: 'make-up', followsWeekday: 3 });
    expect(october(school, [holiday, open]).at('2026-10-07')).toMatchObject({ state: 'teaching', exception: open });
    const calendar = calendarOf(school, [holiday, open], [term]);
    expect([decides(calendar, holiday), decides(calendar, open)]).toEqual([false, true]);
  });

  it('knows no teaching weeks of the nation, only its weekdays, weekends and exceptions', () => {
    const days = [exception('2026-10-01'), exception('2026-10-10', { kind: 'make-up' })];
    const { at, view } = october({ scope: 'nation' }, days);
    const states = ['2026-10-01', '2026-10-08', '2026-10-10', '2026-10-11'].map((day) => at(day)?.state);
    expect(states).toEqual(['day-off', 'plain', 'make-up-unassigned', 'weekend']);
    expect(view.weeks.every(({ week }) => week === null)).toBe(true);
  });

  it('says of a day in the vacation that it is outside the term', () => {
    const view = monthView(calendarOf(school, [], [term]), '2026-08-01');
    expect(view.weeks[0]?.days[5]?.state).toBe('weekend');
    expect(view.weeks[1]?.days[0]?.state).toBe('outside-term');
  });
});

it('gives the months that a term touches', () => {
  expect(monthsOf('2026-11-30', '2027-01-17')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  expect(lastOfMonth('2028-02-10')).toBe('2028-02-29');
});
