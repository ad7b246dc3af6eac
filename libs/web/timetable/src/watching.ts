import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { minuteOf, Temporal } from '@qinglan/domain';
import { beijingNow } from '@qinglan/web-platform';

/** The Beijing day and minute of now, kept current. */
export interface NowMark {
  readonly day: string;
  readonly minute: number;
}

/** Follows the Beijing clock by the minute. */
export function nowMark(): Signal<NowMark> {
  const read = (): NowMark => {
    const { day, time } = beijingNow();
    return { day, minute: minuteOf(time) };
  };
  const mark = signal(read(), { equal: (a, b) => a.minute === b.minute && a.day === b.day });
  const timer = setInterval(() => mark.set(read()), 5000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return mark.asReadonly();
}

/** Now, in milliseconds since 1970, kept current by the second. */
export function nowInstant(): Signal<number> {
  const read = () => Temporal.Now.instant().epochMilliseconds;
  const now = signal(read());
  const timer = setInterval(() => now.set(read()), 1000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
