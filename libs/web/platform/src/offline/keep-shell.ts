import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { SessionStore } from '../access/session-store';

/** By then the page has fetched what it is made of. */
const settled = 3000;

/**
 * Makes a page that has to be there without a line open again without one: a service worker keeps its files, and this
 * browser remembers who is signed in. Only pages that ask for it; on plain http browsers have no service workers.
 */
@Injectable({ providedIn: 'root' })
export class ShellKeeper {
  private readonly sessions = inject(SessionStore);
  private readonly view = inject(DOCUMENT).defaultView;

  /** Call it where injection is possible. */
  keepThisPage(destroyed = inject(DestroyRef)): void {
    const timer = setTimeout(() => void this.keep().catch(() => undefined), settled);
    destroyed.onDestroy(() => clearTimeout(timer));
  }

  private async keep(): Promise<void> {
    const navigator = this.view?.navigator;
    const workers = navigator?.serviceWorker;
    if (!workers || !navigator.onLine) return;
    await workers.register('/shell-keeper.js');
    const { active } = await workers.ready;
    const files = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage({ files });
    this.sessions.rememberThroughOutages();
  }
}
