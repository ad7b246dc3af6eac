import { computed, inject, Injectable, signal } from '@angular/core';
import { listOrganisations } from '@qinglan/contracts';
import { ApiClient, remote } from '@qinglan/web-platform';

/** Finds organisations by a part of name or code. */
@Injectable()
export class OrganisationSearch {
  private readonly api = inject(ApiClient);

  readonly words = signal('');
  private readonly page = remote(
    () => {
      const q = this.words().trim();
      return this.api.call(listOrganisations, { query: { limit: 60, ...(q && { q }) } });
    },
    { keep: true },
  );
  readonly isWaiting = computed(() => {
    const page = this.page();
    return page.state === 'loading' || (page.state === 'ready' && page.refreshing);
  });
  readonly found = computed(() =>
    (this.page.value()?.items ?? []).map(({ id, name, shortName }) => ({ value: id, label: shortName, hint: name })),
  );
}
