import { computed, inject, Injectable, signal } from '@angular/core';
import { listPeople } from '@qinglan/contracts';
import type { PersonId, Role } from '@qinglan/domain';
import { ApiClient } from './api/api-client';
import { remote } from './remote';

/** Somebody who was found, as a choice: whom, the name, and school and number below it. */
export interface FoundPerson {
  readonly value: PersonId;
  readonly label: string;
  readonly hint?: string;
}

/** Finds people of the schools that the reader sees, by a part of name or number; a page provides its own. */
@Injectable()
export class PeopleSearch {
  private readonly api = inject(ApiClient);

  readonly words = signal('');
  /** Only those who have this role. */
  readonly role = signal<Role | null>(null);
  private readonly page = remote(
    () => {
      const [q, role] = [this.words().trim(), this.role()];
      return this.api.call(listPeople, { query: { limit: 60, ...(q && { q }), ...(role && { role }) } });
    },
    { keep: true },
  );

  readonly isWaiting = computed(() => {
    const page = this.page();
    return page.state === 'loading' || (page.state === 'ready' && page.refreshing);
  });
  readonly choices = computed<readonly FoundPerson[]>(() =>
    (this.page.value()?.items ?? []).map(({ id, code, name, organisation }) => ({
      value: id,
      label: name,
      // What is shown is what is searched: people of one name are told apart, and found, by their number.
      hint: `${organisation} ${code}`,
    })),
  );
}
