import { inject, Injectable, signal } from '@angular/core';
import { listProposals } from '@qinglan/contracts';
import { ApiClient, paged } from '@qinglan/web-platform';

/** Which proposals: received, sent, or both. */
export type Box = 'in' | 'out' | 'all';

/** Proposals of the own school, open ones first, soonest due first. */
@Injectable()
export class InboxStore {
  private readonly api = inject(ApiClient);

  readonly box = signal<Box>('in');
  readonly proposals = paged((after) => this.api.call(listProposals, { query: { box: this.box(), after } }));
}
