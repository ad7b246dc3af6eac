import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { Temporal } from '@qinglan/domain';

/** Now, in milliseconds since 1970, kept current by the second. */
export function nowInstant(): Signal<number> {
  const read = () => Temporal.Now.instant().epochMilliseconds;
  const now = signal(read());
  const timer = setInterval(() => now.set(read()), 1000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
