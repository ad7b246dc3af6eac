import { computed, inject, Injectable, signal } from '@angular/core';
import {
  listLackingItems,
  listLackingLessons,
  listSchoolCompleteness,
  listSilentPairings,
  readCompleteness,
  readSchoolReminder,
  type SchoolReminder,
} from '@qinglan/contracts';
import type { OrganisationId } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import { pagedWhen } from '../parts/paged-when';

/** The month, and one school or all. */
export interface Asked {
  readonly month: string;
  readonly schoolId?: OrganisationId;
}

const limit = 20;

/** The board of one month. */
@Injectable()
export class CompletenessStore {
  private readonly api = inject(ApiClient);

  readonly asked = signal<Asked | null>(null, {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  private readonly month = computed(() => this.asked()?.month ?? null);

  readonly figures = remote(
    () => {
      const month = this.month();
      return month === null ? undefined : this.api.call(readCompleteness, { query: { month } });
    },
    { keep: true },
  );
  readonly schools = pagedWhen(this.month, (month, after) =>
    this.api.call(listSchoolCompleteness, { query: { month, after, limit } }),
  );
  readonly lessons = pagedWhen(this.asked, (asked, after) =>
    this.api.call(listLackingLessons, { query: { ...asked, after, limit } }),
  );
  readonly pairings = pagedWhen(this.asked, (asked, after) =>
    this.api.call(listSilentPairings, { query: { ...asked, after, limit } }),
  );
  readonly items = pagedWhen(this.asked, (asked, after) =>
    this.api.call(listLackingItems, { query: { ...asked, after, limit } }),
  );

  reminder(schoolId: OrganisationId): Promise<SchoolReminder> {
    return this.api.call(readSchoolReminder, { params: { schoolId }, query: { month: this.month() ?? '' } });
  }
}
