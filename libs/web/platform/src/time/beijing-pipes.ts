import { inject, Pipe, type PipeTransform } from '@angular/core';
import { BeijingWords } from './beijing-words';

// Not pure, so that they follow the language and the second clock.

/** `{{ lesson.startsAt | beijingTime }}` → 09:50; with an end → 09:50–10:30. */
@Pipe({ name: 'beijingTime', pure: false })
export class BeijingTime implements PipeTransform {
  private readonly words = inject(BeijingWords);

  transform(startsAt: string, endsAt?: string): string {
    return endsAt ? this.words.span(startsAt, endsAt) : this.words.time(startsAt);
  }
}

/** `{{ day | beijingDay }}` → 9月16日 周三; `:'short'` → 9/16; `:'full'` with the year. Days and instants. */
@Pipe({ name: 'beijingDay', pure: false })
export class BeijingDay implements PipeTransform {
  private readonly words = inject(BeijingWords);

  transform(dayOrInstant: string, length: 'short' | 'usual' | 'full' = 'usual'): string {
    return this.words.day(dayOrInstant, length);
  }
}

/** `{{ entry.at | beijingDateTime }}` → 9月16日 周三 09:50; `:'full'` with the year. */
@Pipe({ name: 'beijingDateTime', pure: false })
export class BeijingDateTime implements PipeTransform {
  private readonly words = inject(BeijingWords);

  transform(instant: string, length: 'usual' | 'full' = 'usual'): string {
    return this.words.dateTime(instant, length);
  }
}

/** `{{ 3 | weekdayName }}` → 周三. */
@Pipe({ name: 'weekdayName', pure: false })
export class WeekdayName implements PipeTransform {
  private readonly words = inject(BeijingWords);

  transform(weekday: number, length: 'short' | 'usual' = 'usual'): string {
    return this.words.weekday(weekday, length);
  }
}

/** `{{ '09:50' | secondClock }}` → 新疆时间 07:50 when switched on, else nothing. Instants and wall times. */
@Pipe({ name: 'secondClock', pure: false })
export class SecondClock implements PipeTransform {
  private readonly words = inject(BeijingWords);

  transform(instantOrWallTime: string): string {
    return this.words.second(instantOrWallTime) ?? '';
  }
}
