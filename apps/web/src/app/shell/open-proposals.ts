import { computed, effect, inject, Injectable, type Signal, signal, untracked } from '@angular/core';
import { listProposals } from '@qinglan/contracts';
import { ApiClient, followTimetable, SessionStore } from '@qinglan/web-platform';
import { countLabel, mostTold } from './count-label';

/** How many proposals wait for the answer of the school that this person coordinates; others have none to answer. */
@Injectable()
export class OpenProposals {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore).session;
  private readonly found = signal(0);

  /** As it is written: nothing, a number, or 9+. */
  readonly label: Signal<string> = computed(() => countLabel(this.found()));

  constructor() {
    followTimetable(
      () => void this.look(),
      () => void this.look(),
    );
    effect(() => {
      this.session();
      untracked(() => void this.look());
    });
  }

  /** A number beside a word is a courtesy: when it cannot be had, the last one stays. */
  private async look(): Promise<void> {
    if (!this.session()?.roles.includes('coordinator')) return this.found.set(0);
    const query = { box: 'in', open: 'true', limit: mostTold + 1 } as const;
    const page = await this.api.call(listProposals, { query }).catch(() => null);
    if (page) this.found.set(page.items.length);
  }
}
