import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** Does a media query hold? Call it where injection is possible. */
export function mediaMatches(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia(query);
  const matches = signal(list?.matches ?? false);
  const look = () => matches.set(list?.matches ?? false);
  list?.addEventListener('change', look);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', look));
  return matches.asReadonly();
}
