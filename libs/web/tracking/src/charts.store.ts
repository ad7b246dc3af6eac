import { inject, Injectable, signal } from '@angular/core';
import { listMentorLoads, readObligationTotals, readVisitEquity, type TrackingFilters } from '@qinglan/contracts';
import { ApiClient, paged, remote } from '@qinglan/web-platform';

/** What the charts show. */
@Injectable()
export class ChartsStore {
  private readonly api = inject(ApiClient);

  /** Null until the charts are told what they are about. */
  readonly filters = signal<TrackingFilters | null>(null);
  readonly equity = remote(() => this.about((query) => this.api.call(readVisitEquity, { query })), { keep: true });
  readonly totals = remote(() => this.about((query) => this.api.call(readObligationTotals, { query })), { keep: true });
  readonly loads = paged((after) =>
    this.about((query) => this.api.call(listMentorLoads, { query: { ...query, after, limit: 15 } })),
  );

  private about<T>(ask: (query: TrackingFilters) => Promise<T>): Promise<T> | undefined {
    const filters = this.filters();
    return filters ? ask(filters) : undefined;
  }
}
