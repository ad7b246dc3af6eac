import { inject, Injectable, signal } from '@angular/core';
import { closePanel, type Endpoint, type growthView, readGrowth } from '@qinglan/contracts';
import type { GrowthView, OpenLessonView } from '@qinglan/contracts';
import type { PairingId } from '@qinglan/domain';
import { ApiClient, type ApiCall, isProblem, remote } from '@qinglan/web-platform';

/** A change whose answer is the file of the pairing as it is then. */
type GrowthChange = Endpoint & { readonly reply: typeof growthView };

/** The file of one pairing. */
@Injectable()
export class GrowthStore {
  private readonly api = inject(ApiClient);

  readonly pairingId = signal<PairingId | null>(null);
  readonly growth = remote(() => {
    const pairingId = this.pairingId();
    return pairingId ? this.api.call(readGrowth, { params: { pairingId } }) : undefined;
  });

  /** Changes it as it was read; if somebody was quicker, theirs is shown. */
  async change<E extends GrowthChange>(endpoint: E, call: ApiCall<E>): Promise<void> {
    await this.following(async () => this.growth.put((await this.api.call(endpoint, call)) as GrowthView));
  }

  /** Closes the panel of an open lesson; the gate moves with it. */
  async closePanel({ id, version }: OpenLessonView): Promise<void> {
    await this.following(async () => {
      await this.api.call(closePanel, { params: { openLessonId: id }, version });
      await this.growth.reload();
    });
  }

  private async following(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'pairing-state')) await this.growth.reload();
      throw error;
    }
  }
}
