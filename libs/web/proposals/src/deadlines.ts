import { inject, Injectable } from '@angular/core';
import { listCalendarDays, type ReplyOf } from '@qinglan/contracts';
import {
  addDays,
  asId,
  isWorkingDay,
  schoolCalendar,
  Temporal,
  type BellScheduleId,
  type CalendarDay,
  type CalendarScope,
  type Weekday,
} from '@qinglan/domain';
import { ApiClient, beijingClock, beijingNow, BeijingWords, dayOf, Languages, remote } from '@qinglan/web-platform';
import type { Tone } from '@qinglan/web-ui';
import { wholeList } from './school-parties';
import type { SchoolLabel } from './shapes';

type Row = ReplyOf<typeof listCalendarDays>['items'][number];

/** A deadline in words, and how much it presses. */
export interface Due {
  readonly text: string;
  readonly tone: Tone;
}

const daysAhead = 40;
const silentBell = { id: asId<BellScheduleId>('none'), seasons: [] };

/** Says until when somebody must answer, in working days of the school that is asked. */
@Injectable()
export class Deadlines {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly words = inject(BeijingWords);
  private readonly today = Temporal.PlainDate.from(beijingNow().day);

  private readonly days = remote(() => {
    const [from, to] = [this.today.toString(), addDays(this.today, daysAhead).toString()];
    return wholeList((after) => this.api.call(listCalendarDays, { query: { from, to, limit: 200, after } }));
  });

  /** "还剩 2 个工作日", "今天 24:00 前"; the last moment of a day belongs to that day. */
  due(expiresAt: string, school: Pick<SchoolLabel, 'id' | 'sideId'>): Due {
    const at = Temporal.Instant.from(expiresAt);
    if (Temporal.Instant.compare(at, Temporal.Now.instant()) <= 0) return this.said('over', {}, 'neutral');
    const day = dayOf(at.subtract({ seconds: 1 }).toString());
    const time = this.clockOf(expiresAt);
    const left = this.today.until(day).days;
    if (left === 0) return this.said('today', { time }, 'bad');
    if (left === 1) return this.said('tomorrow', { time }, 'warn');
    const working = this.workingDays(day, school);
    return working === null
      ? this.said('days', { n: left }, 'accent')
      : this.said('workingDays', { n: working }, working <= 1 ? 'warn' : 'accent');
  }

  /** "11月26日 周四 24:00". */
  moment(expiresAt: string): string {
    const at = Temporal.Instant.from(expiresAt).subtract({ seconds: 1 }).toString();
    return `${this.words.day(at)} ${this.clockOf(expiresAt)}`;
  }

  /** "明天 10:00": when a lesson starts, in words. */
  start(startsAt: string): string {
    const day = dayOf(startsAt);
    const [time, left] = [beijingClock(startsAt), this.today.until(day).days];
    if (left === 0) return this.languages.say('proposals.due.startsToday', { time });
    if (left === 1) return this.languages.say('proposals.due.startsTomorrow', { time });
    return this.languages.say('proposals.due.startsOn', { day: this.words.day(startsAt), time });
  }

  private clockOf(expiresAt: string): string {
    const clock = beijingClock(expiresAt);
    return clock === '00:00' ? '24:00' : clock;
  }

  private workingDays(last: Temporal.PlainDate, school: Pick<SchoolLabel, 'id' | 'sideId'>): number | null {
    const rows = this.days.value();
    if (!rows) return null;
    const days = rows.map(calendarDay);
    const calendar = schoolCalendar({ schoolId: school.id, sideId: school.sideId, bell: silentBell, terms: [], days });
    let working = 0;
    for (let day = addDays(this.today, 1); Temporal.PlainDate.compare(day, last) <= 0; day = addDays(day, 1))
      if (isWorkingDay(calendar, day)) working += 1;
    return working;
  }

  private said(key: string, values: Readonly<Record<string, string | number>>, tone: Tone): Due {
    return { text: this.languages.say(`proposals.due.${key}`, values), tone };
  }
}

function scopeOf(row: Row): CalendarScope {
  if (row.scope === 'school' && row.schoolId) return { kind: 'school', schoolId: row.schoolId };
  return row.scope === 'side' && row.sideId ? { kind: 'side', sideId: row.sideId } : { kind: 'nation' };
}

const calendarDay = (row: Row): CalendarDay => ({
  id: row.id,
  day: Temporal.PlainDate.from(row.day),
  scope: scopeOf(row),
  kind: row.kind,
  followsWeekday: row.followsWeekday as Weekday | null,
  status: row.status,
  note: row.note,
});
