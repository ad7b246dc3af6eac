import { inject, Injectable, signal } from '@angular/core';
import {
  consentToPairing,
  listCredits,
  readPairing,
  readPairingHistory,
  shareObservations,
  signAgreement,
  type PairingView,
  withdrawAgreement,
  withdrawPortfolioItem,
} from '@qinglan/contracts';
import type { CreditId, ObligationKind, PairingId } from '@qinglan/domain';
import { ApiClient, followMentoring, historyPart, isProblem, paged, remote } from '@qinglan/web-platform';

/** One pairing: what was agreed, what paid it, and what happened to it. */
@Injectable()
export class PairingStore {
  private readonly api = inject(ApiClient);

  readonly pairingId = signal<PairingId | null>(null);
  readonly kind = signal<ObligationKind | null>(null);

  readonly pairing = remote(() => {
    const pairingId = this.pairingId();
    return pairingId ? this.api.call(readPairing, { params: { pairingId } }) : undefined;
  });
  readonly history = paged((after) => {
    const pairingId = this.pairingId();
    if (!pairingId) return undefined;
    return this.api.call(readPairingHistory, { params: { pairingId }, query: historyPart(after) });
  });
  readonly credits = paged((after) => {
    const [pairingId, kind] = [this.pairingId(), this.kind() ?? undefined];
    return pairingId ? this.api.call(listCredits, { params: { pairingId }, query: { after, kind } }) : undefined;
  });

  constructor() {
    let isFirst = true;
    // What is paid moves while one looks.
    followMentoring(() => {
      if (!isFirst) void this.reload();
      isFirst = false;
    });
  }

  async reload(): Promise<void> {
    await Promise.all([this.pairing.reload(), this.history.reload(), this.credits.reload()]);
  }

  consent(word: { readonly consents: true } | { readonly consents: false; readonly reason: string }): Promise<void> {
    return this.change((at) => this.api.call(consentToPairing, { ...at, body: word }));
  }

  sign(): Promise<void> {
    return this.change((at) => this.api.call(signAgreement, at));
  }

  withdrawRevision(): Promise<void> {
    return this.change((at) => this.api.call(withdrawAgreement, at));
  }

  share(shares: boolean): Promise<void> {
    return this.change((at) => this.api.call(shareObservations, { ...at, body: { shares } }));
  }

  /** Takes back what was counted; balances, list and history are read again. */
  async takeBack(creditId: CreditId, reason: string): Promise<void> {
    const pairingId = this.pairingId();
    if (!pairingId) return;
    await this.api.call(withdrawPortfolioItem, { params: { pairingId, itemId: creditId }, body: { reason } });
    await this.reload();
  }

  /** Changes it as it was read; if somebody was quicker, theirs is shown. */
  private async change(
    ask: (at: { readonly params: { pairingId: PairingId }; readonly version: number }) => Promise<PairingView>,
  ): Promise<void> {
    const pairing = this.pairing.value();
    if (!pairing) return;
    try {
      this.pairing.put(await ask({ params: { pairingId: pairing.id }, version: pairing.version }));
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'pairing-state')) await this.pairing.reload();
      throw error;
    }
    await this.history.reload();
  }
}
