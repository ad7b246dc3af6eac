import { inject, Injectable, signal } from '@angular/core';
import { listMentorLoads, readObligationTotals, readVisitEquity, type TrackingFilters } from '@qinglan/contracts';
import { ApiClient, paged, remote } from '@qinglan/web-platform';

/** What the charts show. */
@Injectable()
export class ChartsStore {
  private readonly api = inject(ApiClient);

  readonly filters = signal<TrackingFilters>({});
  readonly equity = remote(() => this.api.call(readVisitEquity, { query: this.filters() }), { keep: true });
  readonly totals = remote(() => this.api.call(readObligationTotals, { query: this.filters() }), { keep: true });
  readonly loads = paged((after) => this.api.call(listMentorLoads, { query: { ...this.filters(), after, limit: 15 } }));
}
