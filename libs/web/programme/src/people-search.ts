import { computed, inject, Injectable, signal } from '@angular/core';
import { listOrganisations, listPeople } from '@qinglan/contracts';
import { ApiClient, remote, type Remote } from '@qinglan/web-platform';

const isOnItsWay = (page: Remote<unknown>): boolean =>
  page.state === 'loading' || (page.state === 'ready' && page.refreshing);

/** Finds people by a part of name or number. */
@Injectable()
export class PeopleSearch {
  private readonly api = inject(ApiClient);

  readonly words = signal('');
  private readonly page = remote(
    () => {
      const q = this.words().trim();
      return this.api.call(listPeople, { query: { limit: 30, ...(q && { q }) } });
    },
    { keep: true },
  );
  readonly isWaiting = computed(() => isOnItsWay(this.page()));
  readonly found = computed(() =>
    (this.page.value()?.items ?? []).map(({ id, name, organisation }) => ({
      value: id,
      label: name,
      hint: organisation,
    })),
  );
}

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
  readonly isWaiting = computed(() => isOnItsWay(this.page()));
  readonly found = computed(() =>
    (this.page.value()?.items ?? []).map(({ id, name, shortName }) => ({ value: id, label: shortName, hint: name })),
  );
}
