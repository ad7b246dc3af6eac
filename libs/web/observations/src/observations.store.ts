import { inject, Injectable, signal, untracked } from '@angular/core';
import {
  answerObservationRequest,
  listObservationRequests,
  listObservations,
  listPairingObservations,
  withdrawObservationRequest,
  type ObservationCard,
  type ObservationRequestView,
} from '@qinglan/contracts';
import { asId, type PairingId } from '@qinglan/domain';
import { ApiClient, eachReturn, followMentoring, isProblem, paged, remote } from '@qinglan/web-platform';
import { ObservationOutbox } from './observation-outbox';

/** The parts of the page. */
export const tabs = ['todo', 'waiting', 'done', 'requests'] as const;
/** One part of the page. */
export type Tab = (typeof tabs)[number];

/** The reader's own observations and requests, or those of one pairing. */
@Injectable()
export class ObservationsStore {
  private readonly api = inject(ApiClient);
  private readonly outbox = inject(ObservationOutbox);

  readonly tab = signal<Tab>('todo');
  readonly pairingId = signal<string | null>(null);

  /** What waits for the reader: requests to answer, records to countersign, records being written. */
  readonly todo = remote(async () => {
    if (this.tab() !== 'todo' || this.pairingId()) return { requests: [], toSign: [], open: [] };
    const [requests, toSign, open] = await Promise.all([
      this.api.call(listObservationRequests, { query: { box: 'asked-of-me', state: 'asked' } }),
      this.api.call(listObservations, { query: { box: 'to-sign' } }),
      this.api.call(listObservations, { query: { box: 'open' } }),
    ]);
    return { requests: requests.items, toSign: toSign.items, open: open.items };
  });

  readonly cards = paged<ObservationCard>((after) => {
    const [tab, pairingId] = [this.tab(), this.pairingId()];
    const query = after === undefined ? {} : { after };
    if (pairingId)
      return this.api.call(listPairingObservations, { params: { pairingId: asId<PairingId>(pairingId) }, query });
    if (tab !== 'waiting' && tab !== 'done') return undefined;
    return this.api.call(listObservations, { query: { ...query, box: tab } });
  });

  readonly asked = paged<ObservationRequestView>((after) => {
    const query = after === undefined ? {} : { after };
    if (this.tab() !== 'requests' || this.pairingId()) return undefined;
    return this.api.call(listObservationRequests, { query: { ...query, box: 'asked-by-me' } });
  });

  readonly answered = paged<ObservationRequestView>((after) => {
    const query = after === undefined ? {} : { after };
    if (this.tab() !== 'requests' || this.pairingId()) return undefined;
    return this.api.call(listObservationRequests, { query: { ...query, box: 'asked-of-me' } });
  });

  constructor() {
    eachReturn(() => void this.outbox.sendEverything());
    void this.outbox.sendEverything();
    let isFirst = true;
    followMentoring(() => {
      if (!isFirst) void this.reload();
      isFirst = false;
    });
  }

  answer({ id, version }: ObservationRequestView, accepts: boolean, reason: string): Promise<void> {
    const call = { params: { requestId: id }, body: { accepts, reason }, version };
    return this.step(() => this.api.call(answerObservationRequest, call));
  }

  withdraw({ id, version }: ObservationRequestView, reason: string): Promise<void> {
    const call = { params: { requestId: id }, body: { reason }, version };
    return this.step(() => this.api.call(withdrawObservationRequest, call));
  }

  async reload(): Promise<void> {
    const tab = untracked(this.tab);
    await (tab === 'todo' ? this.todo.reload() : Promise.all([this.asked.reload(), this.answered.reload()]));
  }

  /** Whoever was quicker is shown. */
  private async step(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'request-closed')) await this.reload();
      throw error;
    }
    await this.reload();
  }
}
