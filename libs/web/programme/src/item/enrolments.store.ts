import { inject, Injectable, signal } from '@angular/core';
import { listEnrolments, withdrawEnrolment } from '@qinglan/contracts';
import type { EnrolmentState, ItemId, PersonId } from '@qinglan/domain';
import { ApiClient, paged } from '@qinglan/web-platform';
import { Enrolling } from './enrolling';

/** The part of a list that the reader sees, and people who may be added. */
@Injectable()
export class EnrolmentsStore {
  private readonly api = inject(ApiClient);
  private readonly enrolling = inject(Enrolling);

  readonly itemId = signal<ItemId | null>(null);
  readonly state = signal<EnrolmentState>('enrolled');
  readonly words = signal('');

  readonly rows = paged((after) => {
    const [itemId, state, q] = [this.itemId(), this.state(), this.words().trim()];
    if (!itemId) return undefined;
    const query = { state, ...(q && { q }), ...(after && { after }) };
    return this.api.call(listEnrolments, { params: { itemId }, query });
  });

  /** Null when somebody thought better of it. */
  enrol({ id: personId, name }: { readonly id: PersonId; readonly name: string }) {
    return this.change((itemId) => this.enrolling.enrol({ itemId, personId, name }));
  }

  withdraw(personId: PersonId) {
    return this.change((itemId) => this.api.call(withdrawEnrolment, { params: { itemId, personId } }));
  }

  private async change<T>(call: (itemId: ItemId) => Promise<T>): Promise<T | undefined> {
    const itemId = this.itemId();
    if (!itemId) return undefined;
    const done = await call(itemId);
    await this.rows.reload();
    return done;
  }
}
