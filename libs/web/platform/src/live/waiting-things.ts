import { computed, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { listWaiting, type WaitingThing } from '@qinglan/contracts';
import { SessionStore } from '../access/session-store';
import { ApiClient } from '../api/api-client';
import { followMentoring } from './follow-mentoring';

interface Waiting {
  readonly count: number;
  readonly items: readonly WaitingThing[];
}

/**
 * What of mentoring waits for whoever is signed in: one question for the bar and the page, asked again whenever
 * something changed or somebody looks. It is a courtesy: when it cannot be had, the last answer stays.
 */
@Injectable({ providedIn: 'root' })
export class WaitingThings {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore).session;
  private readonly found = signal<Waiting | null>(null);
  private looks = 0;

  /** Null as long as nobody knows. */
  readonly items = computed(() => this.found()?.items ?? null);
  /** How many ask for something; invitations and their end do not. */
  readonly count = computed(() => this.found()?.count ?? 0);

  constructor() {
    const document = inject(DOCUMENT);
    followMentoring(() => void this.look());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.look();
    });
    let person: string | null = null;
    effect(() => {
      const now = this.session()?.person.id ?? null;
      if (now !== person) this.found.set(null);
      person = now;
      untracked(() => void this.look());
    });
  }

  async look(): Promise<void> {
    if (!untracked(this.session)) return;
    const look = (this.looks += 1);
    const answer = await this.api.call(listWaiting).catch(() => null);
    if (answer && look === this.looks) this.found.set(answer);
  }
}
