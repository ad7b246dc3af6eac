import { computed, inject, Injectable, signal } from '@angular/core';
import { listPeople } from '@qinglan/contracts';
import type { PersonId, Role } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import type { Choice } from '@qinglan/web-ui';

/** People whom the server finds by a part of their name or number. */
@Injectable()
export class PeopleSearch {
  private readonly api = inject(ApiClient);

  readonly words = signal('');
  readonly role = signal<Role | null>(null);
  private readonly found = remote(
    () =>
      this.api.call(listPeople, {
        query: { q: this.words().trim() || undefined, role: this.role() ?? undefined, limit: 60 },
      }),
    { keep: true },
  );

  readonly isWaiting = computed(() => this.found().state === 'loading');
  readonly choices = computed<readonly Choice<PersonId>[]>(() =>
    (this.found.value()?.items ?? []).map(({ id, name, organisation }) => ({
      value: id,
      label: name,
      hint: organisation,
    })),
  );
}
