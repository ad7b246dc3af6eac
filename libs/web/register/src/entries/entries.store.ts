import { inject, Injectable, signal } from '@angular/core';
import { ApiClient, paged } from '@qinglan/web-platform';
import type { Entry, EntryKind, FilterName } from './entry';

type Narrowing = Readonly<Partial<Record<FilterName, string>>>;

/** One list of the register as it is searched and narrowed; the page says which, before anything is asked. */
@Injectable()
export class EntriesStore {
  private readonly api = inject(ApiClient);

  readonly kind = signal<EntryKind | null>(null);
  readonly words = signal('');
  readonly narrowing = signal<Narrowing>({});
  readonly rows = paged<Entry>((after) => {
    const kind = this.kind();
    const question = { q: this.words().trim() || undefined, ...this.narrowing(), after };
    return kind?.list(this.api, question);
  });

  narrow(filter: FilterName, value: string | null): void {
    this.narrowing.update((was) => ({ ...was, [filter]: value || undefined }));
  }

  isNarrowed(): boolean {
    return this.words().trim() !== '' || Object.values(this.narrowing()).some(Boolean);
  }

  clear(): void {
    this.words.set('');
    this.narrowing.set({});
  }
}
