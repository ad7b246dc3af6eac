import { computed, inject, Injectable, signal } from '@angular/core';
import { downloadItems, listItems, listProgrammeYears, readProgrammeYear } from '@qinglan/contracts';
import type { ItemCategory, ItemState } from '@qinglan/domain';
import { ApiClient, beijingNow, paged, remote } from '@qinglan/web-platform';

/** The words of the address. */
export interface Address {
  readonly year?: string | undefined;
  readonly category?: string | undefined;
  readonly words?: string | undefined;
  readonly state?: string | undefined;
  readonly mine?: string | undefined;
}

/** The items of a year, narrowed. */
@Injectable()
export class ProgrammeStore {
  private readonly api = inject(ApiClient);

  readonly address = signal<Address | null>(null);
  readonly words = signal('');

  readonly years = remote(() => this.api.call(listProgrammeYears));
  /** The year asked for, else this one where it has items, else the latest one that has. */
  readonly year = computed<number | null>(() => {
    const asked = Number(this.address()?.year ?? 0);
    if (asked > 0) return asked;
    const years = this.years();
    if (years.state === 'loading') return null;
    const [known, now] = [this.years.value()?.items ?? [], Number(beijingNow().day.slice(0, 4))];
    return known.some(({ year }) => year === now) ? now : (known[0]?.year ?? now);
  });
  readonly categories = remote(() => {
    const year = this.year();
    return year === null ? undefined : this.api.call(readProgrammeYear, { params: { year } });
  });
  readonly isMine = computed(() => this.address()?.mine === 'true');

  /** What the list and the file are narrowed to. */
  readonly filters = computed(() => {
    const { category, words, state } = this.address() ?? {};
    return {
      ...(category && { category: category as ItemCategory }),
      ...(words && { categoryWords: words }),
      ...(state && { state: state as ItemState }),
    };
  });
  readonly items = paged((after) => {
    const [year, filters, isMine] = [this.year(), this.filters(), this.isMine()];
    const q = this.words().trim();
    if (!this.address() || (year === null && !isMine)) return undefined;
    const where = isMine ? { mine: 'true' } : { ...filters, ...(year !== null && { year }) };
    return this.api.call(listItems, { query: { ...where, ...(q && { q }), ...(after && { after }) } });
  });

  download(format: 'csv' | 'xlsx') {
    const year = this.year();
    const query = { ...this.filters(), ...(year !== null && { year }), format };
    return this.api.download(downloadItems, { query });
  }
}
