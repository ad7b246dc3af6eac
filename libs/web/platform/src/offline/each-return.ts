import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { LiveClient } from '../live/live-client';

const patience = 15_000;

/**
 * Runs the task whenever the line may be back: the browser says so, the socket is connected again, somebody looks at the
 * page, and every quarter of a minute besides. As long as the injection context lives.
 */
export function eachReturn(task: () => unknown): void {
  const document = inject(DOCUMENT);
  const view = document.defaultView;
  const look = () => (document.visibilityState === 'visible' ? task() : undefined);
  view?.addEventListener('online', task);
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, patience);
  inject(LiveClient).eachConnection(task);
  inject(DestroyRef).onDestroy(() => {
    view?.removeEventListener('online', task);
    document.removeEventListener('visibilitychange', look);
    clearInterval(timer);
  });
}
