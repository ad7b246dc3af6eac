import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';
import { minuteOf, Temporal } from '@qinglan/domain';
import { beijingNow } from '@qinglan/web-platform';

/** Does a media query hold? Call it where injection is possible. */
export function mediaMatches(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia(query);
  const matches = signal(list?.matches ?? false);
  const look = () => matches.set(list?.matches ?? false);
  list?.addEventListener('change', look);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', look));
  return matches.asReadonly();
}

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
