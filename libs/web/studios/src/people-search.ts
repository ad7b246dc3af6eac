import { computed, inject, Injectable, signal } from '@angular/core';
import { listPeople } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';

/** Somebody who was found. */
export interface Found {
  readonly id: PersonId;
  readonly name: string;
  readonly school: string;
  /** The number in the register, where it was looked for. */
  readonly code?: string;
}

/** Finds people of the schools that the reader sees, by a part of name or number. */
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

  readonly isWaiting = computed(() => {
    const page = this.page();
    return page.state === 'loading' || (page.state === 'ready' && page.refreshing);
  });
  readonly found = computed<readonly Found[]>(() =>
    (this.page.value()?.items ?? []).map(({ id, code, name, organisation }) => ({
      id,
      code,
      name,
      school: organisation,
    })),
  );
}

/** As a search offers them. */
export const choiceOf = ({ id, code, name, school }: Found) => ({
  value: id,
  label: name,
  // What is shown is what is searched: people of one name are told apart, and found, by their number.
  hint: [school, code].filter(Boolean).join(' '),
});
