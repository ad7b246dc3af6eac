import { DOCUMENT, effect, inject, Injectable, untracked } from '@angular/core';
import { SessionStore } from '@qinglan/web-platform';

/** Keeps what is typed through a reload of the tab; it ends with the tab and is never sent. */
@Injectable({ providedIn: 'root' })
export class DraftKeeper {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;
  private readonly sessions = inject(SessionStore);

  read<T extends object>(name: string): T | null {
    const text = this.storage?.getItem(this.key(name));
    try {
      return text ? (JSON.parse(text) as T) : null;
    } catch {
      return null;
    }
  }

  forget(name: string): void {
    this.storage?.removeItem(this.key(name));
  }

  /** Writes what the function returns whenever its signals change; null forgets. Call it where injection is possible. */
  follow(ask: () => { readonly name: string; readonly value: object | null } | null): void {
    effect(() => {
      const now = ask();
      untracked(() => now && this.write(now.name, now.value));
    });
  }

  private write(name: string, value: object | null): void {
    if (!value) return this.forget(name);
    try {
      this.storage?.setItem(this.key(name), JSON.stringify(value));
    } catch {
      // A full or closed storage costs the copy, not the form.
    }
  }

  private key(name: string): string {
    return `qinglan.draft.${this.sessions.session()?.person.id ?? ''}.${name}`;
  }
}
