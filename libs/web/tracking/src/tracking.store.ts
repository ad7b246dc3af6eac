import { computed, inject, Injectable, signal } from '@angular/core';
import { downloadTracking, listPairingsToActOn, readTrackingChoices, readTrackingFigures } from '@qinglan/contracts';
import { ApiClient, paged, remote, type DownloadedFile } from '@qinglan/web-platform';
import { type AddressWords, casesQuery, readFilters, readListFilters } from './filters';

/** The figures, and the list of those who need somebody. */
@Injectable()
export class TrackingStore {
  private readonly api = inject(ApiClient);

  /** Null until the page has read its address: nothing is fetched that it does not ask for. */
  readonly address = signal<AddressWords | null>(null, { equal: isSame });
  readonly filters = computed(() => readFilters(this.address() ?? {}), { equal: isSame });
  readonly list = computed(() => readListFilters(this.address() ?? {}), { equal: isSame });

  private readonly isAsked = computed(() => this.address() !== null);

  readonly choices = remote(() => this.api.call(readTrackingChoices));
  readonly figures = remote(
    () => (this.isAsked() ? this.api.call(readTrackingFigures, { query: this.filters() }) : undefined),
    { keep: true },
  );
  readonly cases = paged((after) => {
    const query = casesQuery(this.filters(), this.list(), after);
    return this.isAsked() ? this.api.call(listPairingsToActOn, { query }) : undefined;
  });

  workbook(): Promise<DownloadedFile> {
    return this.api.download(downloadTracking, { query: this.filters() });
  }
}

/** Few words in the same order: their text tells whether something changed. */
function isSame(a: object | null, b: object | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
