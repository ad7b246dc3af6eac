import { computed, inject, Injectable } from '@angular/core';
import { beijingWall, minuteOf, Temporal, wallTime, xinjiangLabel } from '@qinglan/domain';
import { Languages } from '../language/languages';
import { Preferences } from '../preferences';
import { beijingClock, dayOf, dayText, monthText, xinjiangClock, type TimeWords } from './beijing-text';

/** Writes times in the language in view, always by the Beijing clock. */
@Injectable({ providedIn: 'root' })
export class BeijingWords {
  private readonly languages = inject(Languages);
  private readonly preferences = inject(Preferences);

  private readonly words = computed<TimeWords>(() => ({
    weekdays: this.languages.list('time.weekdays'),
    shortWeekdays: this.languages.list('time.shortWeekdays'),
    months: this.languages.list('time.months'),
    dayPattern: this.languages.say('time.day'),
    shortDayPattern: this.languages.say('time.shortDay'),
    fullDayPattern: this.languages.say('time.fullDay'),
    monthPattern: this.languages.say('time.month'),
  }));

  /** "09:50" of an instant. */
  time(instant: string): string {
    return beijingClock(instant);
  }

  /** "09:50–10:30" of two instants. */
  span(startsAt: string, endsAt: string): string {
    return `${beijingClock(startsAt)}–${beijingClock(endsAt)}`;
  }

  /** "北京时间 09:50" of an instant. */
  labelled(instant: string): string {
    return this.languages.say('time.beijing', { time: beijingClock(instant) });
  }

  /** "9月16日 周三" of a day or an instant; `short` "9/16", `full` with the year. */
  day(dayOrInstant: string, length: 'short' | 'usual' | 'full' = 'usual'): string {
    return dayText(dayOf(dayOrInstant), this.words(), length);
  }

  /** "2026年9月". */
  month(dayOrInstant: string): string {
    return monthText(dayOf(dayOrInstant), this.words());
  }

  /** "9月16日 周三 09:50" of an instant; `full` with the year. */
  dateTime(instant: string, length: 'usual' | 'full' = 'usual'): string {
    return this.languages.say('time.dayAndTime', { day: this.day(instant, length), time: beijingClock(instant) });
  }

  /** 1 is Monday. */
  weekday(weekday: number, length: 'short' | 'usual' = 'usual'): string {
    const names = length === 'short' ? this.words().shortWeekdays : this.words().weekdays;
    return names[weekday - 1] ?? '';
  }

  /** "新疆时间 07:50" when the person switched it on, else null; takes an instant or a wall time of Beijing. */
  second(instantOrWallTime: string): string | null {
    if (!this.preferences.secondClock()) return null;
    const isWallTime = instantOrWallTime.length === 5;
    const time = isWallTime ? xinjiangLabel(minuteOf(instantOrWallTime)) : xinjiangClock(instantOrWallTime);
    return this.languages.say('time.xinjiang', { time });
  }
}

/** The Beijing day and clock of this moment, for views that follow it. */
export function beijingNow(): { readonly day: string; readonly time: string } {
  const wall = beijingWall(Temporal.Now.instant());
  return { day: wall.day.toString(), time: wallTime(wall.minute) };
}
