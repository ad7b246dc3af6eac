import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { LiveClient } from './live-client';

const patience = 2500;

/** What is wrong with the connection, if anything; a blink of the socket is not worth a word. */
@Injectable({ providedIn: 'root' })
export class Network {
  private readonly live = inject(LiveClient);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly isOffline = signal(this.view?.navigator.onLine === false);
  private readonly isLong = signal(false);

  readonly trouble = computed(() => {
    if (this.isOffline()) return 'offline';
    return this.isLong() ? 'reconnecting' : null;
  });

  constructor() {
    const look = () => this.isOffline.set(this.view?.navigator.onLine === false);
    for (const change of ['online', 'offline']) this.view?.addEventListener(change, look);
    inject(DestroyRef).onDestroy(() => {
      for (const change of ['online', 'offline']) this.view?.removeEventListener(change, look);
    });
    effect((onCleanup) => {
      if (this.live.state() !== 'reconnecting') return this.isLong.set(false);
      const timer = setTimeout(() => this.isLong.set(true), patience);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
