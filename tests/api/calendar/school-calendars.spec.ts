import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BellScheduleStore, CalendarDayStore, SchoolCalendars, TermStore } from '@qinglan/api-calendar';
import { Transactions } from '@qinglan/api-platform';
import { saveCalendarDay } from '@qinglan/contracts';
import {
  type CalendarDayId,
  type DaySpan,
  type OrganisationId,
  schoolDay,
  type SchoolId,
  Temporal,
  wallTime,
} from '@qinglan/domain';
import { aHouse, anOrganisation, aTown, type House, type Town } from '../../support';

let house: House;
let town: Town;
const of = <T>(type: abstract new (...given: never[]) => T): T => house.app.get(type, { strict: false });
const by = () => ({ at: house.clock.now(), actorId: null });

beforeAll(async () => {
  house = await aHouse();
});
beforeAll(async () => {
  town = await aTown(house);
});
afterAll(() => house.close());

const load = (ids: readonly SchoolId[], span?: DaySpan) =>
  of(Transactions).read((read) => of(SchoolCalendars).load(read, ids, span));

async function on(schoolId: SchoolId, day: string) {
  const calendar = (await load([schoolId])).get(schoolId);
  if (!calendar) throw new Error('no calendar');
  return schoolDay(calendar, Temporal.PlainDate.from(day));
}

async function except(given: { day: string; kind: 'day-off' | 'make-up' | 'exam' | 'closed' } & Partial<Scope>) {
  const administrator = await house.as(town.administrator);
  const body = {
    scope: 'nation',
    sideId: null,
    schoolId: null,
    followsWeekday: null,
    status: 'confirmed',
    note: '',
  } as const;
  const reply = await administrator.call(saveCalendarDay, {
    params: { calendarDayId: randomUUID() as CalendarDayId },
    body: { ...body, ...given },
    version: 0,
  });
  expect(reply.status).toBe(200);
}
interface Scope {
  readonly scope: 'nation' | 'side' | 'school';
  readonly sideId: string | null;
  readonly schoolId: OrganisationId | null;
  readonly followsWeekday: number | null;
}

describe('the calendar of a school', () => {
  it('rings the bell of the season, in minutes of the Beijing day', async () => {
    const periods = async (day: string) => (await on(town.aksu.id, day)).periods.map((one) => wallTime(one.startsAt));
    expect((await periods('2026-09-30')).slice(0, 2)).toEqual(['09:40', '10:35']);
    expect((await periods('2026-10-12')).slice(0, 2)).toEqual(['10:00', '10:55']);
  });

  it('knows the teaching week and the days off of the nation', async () => {
    expect(await on(town.hangzhou.id, '2026-08-31')).toMatchObject({ state: 'teaching', week: 1, runsWeekday: 1 });
    expect(await on(town.hangzhou.id, '2026-10-01')).toMatchObject({ state: 'day-off', periods: [] });
    expect(await on(town.hangzhou.id, '2026-09-19')).toMatchObject({ state: 'weekend' });
    expect(await on(town.hangzhou.id, '2027-01-18')).toMatchObject({ state: 'outside-term' });
  });

  it('opens on a make-up day and runs a weekday only where one is named', async () => {
    expect(await on(town.hangzhou.id, '2026-10-10')).toMatchObject({ state: 'make-up-unassigned', runsWeekday: null });
    await except({
      scope: 'school',
      schoolId: town.hangzhou.id,
      day: '2026-10-10',
      kind: 'make-up',
      followsWeekday: 4,
    });
    const day = await on(town.hangzhou.id, '2026-10-10');
    expect(day).toMatchObject({ state: 'teaching', runsWeekday: 4, week: 6 });
    expect(day.periods).toHaveLength(9);
    expect(await on(town.aksu.id, '2026-10-10')).toMatchObject({ state: 'make-up-unassigned' });
  });

  it('lets the school overrule the side, and the side the nation', async () => {
    const day = '2026-11-11';
    await except({ day, kind: 'day-off' });
    await except({ scope: 'side', sideId: 'aksu', day, kind: 'exam' });
    await except({ scope: 'school', schoolId: town.foreign.id, day, kind: 'closed' });
    expect((await on(town.hangzhou.id, day)).state).toBe('day-off');
    expect((await on(town.aksu.id, day)).state).toBe('exam');
    expect((await on(town.foreign.id, day)).state).toBe('closed');
  });

  it('forgets an exception that was taken back', async () => {
    const day = '2026-11-12';
    await except({ day, kind: 'day-off' });
    expect((await on(town.aksu.id, day)).state).toBe('day-off');
    await house.sql('UPDATE calendar_day SET withdrawn_at = now() WHERE day = $1', [day]);
    expect((await on(town.aksu.id, day)).state).toBe('teaching');
  });

  it('comes for several schools at once, limited to a span where one is given', async () => {
    const span = { firstDay: Temporal.PlainDate.from('2026-10-01'), lastDay: Temporal.PlainDate.from('2026-10-02') };
    const calendars = await load([town.hangzhou.id, town.aksu.id], span);
    expect([...calendars.keys()].sort()).toEqual([town.hangzhou.id, town.aksu.id].sort());
    for (const { exceptions, terms } of calendars.values()) {
      expect(exceptions.size).toBe(2);
      expect(terms.length).toBeGreaterThan(0);
    }
  });

  it('has no periods where the school has no bell, and is not there for a school that is not', async () => {
    const { id } = await anOrganisation(house, { category: 'school' });
    const nobody = randomUUID() as SchoolId;
    const calendars = await load([id, nobody]);
    expect(calendars.has(nobody)).toBe(false);
    expect(calendars.get(id)?.bell.seasons).toEqual([]);
    expect((await on(id, '2026-09-01')).periods).toEqual([]);
    expect((await load([])).size).toBe(0);
  });
});

describe('sheets of the calendar', () => {
  it('are saved by their natural keys and tell what changed', async () => {
    const bell = {
      code: 'SHEET-BELL',
      name: '表',
      seasons: [
        {
          name: '全年',
          firstDay: '01-01',
          lastDay: '12-31',
          periods: [{ number: 1, startsAt: '08:00', endsAt: '08:40', kind: 'lesson' }],
        },
      ],
    } as const;
    const term = { code: '2040-1', name: '学期', sideId: 'aksu', firstMonday: '2040-09-03', weekCount: 18 };
    const day = {
      scope: 'side',
      sideId: 'aksu',
      schoolId: null,
      day: '2040-10-01',
      kind: 'day-off',
      followsWeekday: null,
      status: 'provisional',
      note: '',
    } as const;
    const save = (weekCount: number) =>
      of(Transactions).write(async (tx) => [
        await of(BellScheduleStore).saveAll(tx, [bell], by()),
        await of(TermStore).saveAll(
          tx,
          [
            { ...term, weekCount },
            { ...term, sideId: 'hangzhou' },
          ],
          by(),
        ),
        await of(CalendarDayStore).saveAll(tx, [day, { ...day, scope: 'nation', sideId: null }], by()),
      ]);
    const counts = (saved: Awaited<ReturnType<typeof save>>) =>
      saved.map(({ created, changed, unchanged }) => [created, changed, unchanged]);
    const first = await save(18);
    expect(counts(first)).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [2, 0, 0],
    ]);
    const second = await save(19);
    expect(counts(second)).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [0, 0, 2],
    ]);
    expect([...(second[1]?.ids.keys() ?? [])]).toEqual(['2040-1|aksu', '2040-1|hangzhou']);
    expect([...(second[2]?.ids.keys() ?? [])]).toEqual(['2040-10-01|side|aksu|', '2040-10-01|nation||']);
    expect(second[2]?.ids).toEqual(first[2]?.ids);
  });
});
