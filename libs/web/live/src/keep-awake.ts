import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Keeps the screen of the classroom on while the room is open; devices that cannot simply do not. */
export function keepAwake(): void {
  const document = inject(DOCUMENT);
  const navigator = document.defaultView?.navigator;
  let lock: Promise<WakeLockSentinel | undefined> | undefined;
  const hold = () => {
    if (document.visibilityState === 'visible') lock = navigator?.wakeLock?.request('screen').catch(() => undefined);
  };
  hold();
  document.addEventListener('visibilitychange', hold); // the browser lets go of it with every hidden tab
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', hold);
    void lock?.then((held) => held?.release());
  });
}
