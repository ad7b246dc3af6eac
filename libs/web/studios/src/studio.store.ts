import { inject, Injectable, signal } from '@angular/core';
import {
  listStudioActivities,
  listStudioDiagnoses,
  readLineage,
  readStudio,
  readStudioPeople,
} from '@qinglan/contracts';
import type { StudioId } from '@qinglan/domain';
import { ApiClient, paged, remote } from '@qinglan/web-platform';
import type { Studio } from './shapes';

/** One studio; each part of the page is fetched by itself. */
@Injectable()
export class StudioStore {
  private readonly api = inject(ApiClient);

  readonly studioId = signal<StudioId | null>(null);

  readonly studio = remote(() => this.asked((params) => this.api.call(readStudio, params)));
  readonly people = paged((after) =>
    this.asked(({ params }) =>
      this.api.call(readStudioPeople, { params, query: { limit: 60, ...(after && { after }) } }),
    ),
  );
  readonly lineage = remote(() => this.asked((params) => this.api.call(readLineage, params)));
  readonly upcoming = this.activities('upcoming');
  readonly past = this.activities('past');
  readonly diagnoses = paged((after) =>
    this.asked(({ params }) =>
      this.api.call(listStudioDiagnoses, { params, query: { limit: 10, ...(after && { after }) } }),
    ),
  );

  /** What a dialog brought back is shown at once. */
  put(studio: Studio): void {
    this.studio.put(studio);
  }

  private activities(when: 'upcoming' | 'past') {
    return paged((after) =>
      this.asked(({ params }) =>
        this.api.call(listStudioActivities, { params, query: { when, limit: 10, ...(after && { after }) } }),
      ),
    );
  }

  private asked<T>(call: (given: { readonly params: { readonly studioId: StudioId } }) => Promise<T>) {
    const studioId = this.studioId();
    return studioId ? call({ params: { studioId } }) : undefined;
  }
}
