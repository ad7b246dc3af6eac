import { computed, inject, Injectable, signal } from '@angular/core';
import { downloadTracking, listPairingsToActOn, readTrackingChoices, readTrackingFigures } from '@qinglan/contracts';
import { ApiClient, paged, remote, type DownloadedFile } from '@qinglan/web-platform';
import { type AddressWords, readFilters, readListFilters } from './filters';

/** The figures, and the list of those who need somebody. */
@Injectable()
export class TrackingStore {
  private readonly api = inject(ApiClient);

  readonly address = signal<AddressWords>({}, { equal: isSame });
  readonly filters = computed(() => readFilters(this.address()), { equal: isSame });
  readonly list = computed(() => readListFilters(this.address()), { equal: isSame });

  readonly choices = remote(() => this.api.call(readTrackingChoices));
  readonly figures = remote(() => this.api.call(readTrackingFigures, { query: this.filters() }), { keep: true });
  readonly cases = paged((after) =>
    this.api.call(listPairingsToActOn, { query: { ...this.filters(), ...this.list(), after } }),
  );

  workbook(): Promise<DownloadedFile> {
    return this.api.download(downloadTracking, { query: this.filters() });
  }
}

/** Few words in the same order: their text tells whether something changed. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
