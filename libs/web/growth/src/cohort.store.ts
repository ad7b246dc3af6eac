import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  closeCohort,
  type CohortPairing,
  endPairing,
  endPairings,
  listCohortPairings,
  readCohort,
} from '@qinglan/contracts';
import { asId, type EndAct, type PairingId, type ShownState } from '@qinglan/domain';
import { ApiClient, paged, remote } from '@qinglan/web-platform';
import { bodyOf } from './end-body';
import type { EndChoice } from './end-given';

/** How many rows a page of the handover holds, and how many pairings end in one request at most. */
const most = 200;

/** May it be ended together with others? */
export const isTakable = ({ ends }: CohortPairing): boolean => ends.includes('dissolve');

/** The handover of one cohort. */
@Injectable()
export class CohortStore {
  private readonly api = inject(ApiClient);

  readonly cohort = signal('');
  /** Empty stands for all that wait for their end. */
  readonly state = signal<ShownState | ''>('');
  readonly studioId = signal('');

  readonly view = remote(
    () => (this.cohort() ? this.api.call(readCohort, { params: { cohort: this.cohort() } }) : undefined),
    { keep: true },
  );
  readonly pairings = paged((after) => this.page(after));
  private readonly rows = computed(() => {
    const found = this.pairings();
    return found.state === 'ready' ? found.value : [];
  });
  /** What is ticked; a list that was read again has no ticks of rows that left it. */
  readonly ticked = linkedSignal<readonly CohortPairing[], ReadonlySet<string>>({
    source: this.rows,
    computation: (rows, before) =>
      new Set(rows.map(({ id }) => id).filter((id) => before?.value.has(id))) as ReadonlySet<string>,
  });
  readonly chosen = computed(() => this.rows().filter(({ id }) => this.ticked().has(id)));
  /** What was handed over and waits for its successor is not ended with the others. */
  private readonly takable = computed(() => this.rows().filter(isTakable));
  readonly hasTakable = computed(() => this.takable().length > 0);
  readonly isAll = computed(() => this.takable().length > 0 && this.chosen().length === this.takable().length);

  tick(id: string, is: boolean): void {
    this.ticked.update((before) => new Set([...before].filter((one) => one !== id).concat(is ? [id] : [])));
  }

  tickAll(is: boolean): void {
    const ids = this.takable().map(({ id }) => id);
    this.ticked.set(new Set(is ? ids.slice(0, most) : []));
  }

  /** Ends one; the list and its counts are read again either way, since somebody may have been quicker. */
  async endOne(row: CohortPairing, act: EndAct, choice: EndChoice): Promise<void> {
    const call = { params: { pairingId: row.id }, version: row.version, body: bodyOf(act, choice) };
    await this.following(() => this.api.call(endPairing, call));
  }

  /** Ends all that are ticked, or none. */
  async endChosen(act: 'dissolve' | 'extend', choice: EndChoice): Promise<void> {
    const rows = this.chosen();
    const { reason, toDay, atDistance } = choice;
    const named = rows.map(({ id, version }) => ({ pairingId: id, version }));
    const carried = named.map((one, at) => ({ ...one, newPairingId: choice.newPairingIds[at] ?? asId<PairingId>('') }));
    const body =
      act === 'dissolve' ? { act, reason, pairings: named } : { act, reason, toDay, atDistance, pairings: carried };
    await this.following(() => this.api.call(endPairings, { body }));
  }

  async close(): Promise<void> {
    await this.following(async () =>
      this.view.put(await this.api.call(closeCohort, { params: { cohort: this.cohort() } })),
    );
  }

  async reload(): Promise<void> {
    await Promise.all([this.view.reload(), this.pairings.reload()]);
  }

  private page(after: string | undefined) {
    const [cohort, state, studioId] = [this.cohort(), this.state(), this.studioId()];
    if (!cohort) return undefined;
    const query = { state: state || undefined, studioId: studioId || undefined, after, limit: most };
    return this.api.call(listCohortPairings, { params: { cohort }, query });
  }

  private async following(act: () => Promise<unknown>): Promise<void> {
    await act();
    await this.reload();
  }
}
