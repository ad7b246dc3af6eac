import { computed, inject, Injectable, signal } from '@angular/core';
import { listSeries, listTerms } from '@qinglan/contracts';
import { ApiClient, paged, remote } from '@qinglan/web-platform';
import { wholeList } from './school-parties';
import type { Series } from './shapes';

/** The series of one term. */
export interface TermOfSeries {
  readonly code: string;
  readonly name: string;
  readonly series: readonly Series[];
}

/** Series of the own school, newest term first. */
@Injectable()
export class SeriesListStore {
  private readonly api = inject(ApiClient);

  /** Empty stands for all terms. */
  readonly termCode = signal('');
  readonly terms = remote(async () => {
    const terms = await wholeList((after) => this.api.call(listTerms, { query: { limit: 200, after } }));
    return [...new Map(terms.map(({ code, name }) => [code, { code, name }])).values()];
  });
  readonly series = paged((after) =>
    this.api.call(listSeries, { query: { termCode: this.termCode() || undefined, after, limit: 100 } }),
  );

  readonly byTerm = computed<readonly TermOfSeries[]>(() => {
    const found = this.series();
    const rows = found.state === 'ready' ? found.value : [];
    const names = new Map((this.terms.value() ?? []).map(({ code, name }) => [code, name]));
    return [...Map.groupBy(rows, (row) => row.termCode)].map(([code, series]) => ({
      code,
      name: names.get(code) ?? code,
      series,
    }));
  });
}
