import { inject, Injectable, signal } from '@angular/core';
import {
  cancelItem,
  enrolPerson,
  type ItemView,
  readItem,
  readItemHistory,
  withdrawEnrolment,
} from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import { ApiClient, isProblem, remote } from '@qinglan/web-platform';

/** One item and its history. */
@Injectable()
export class ItemStore {
  private readonly api = inject(ApiClient);

  readonly itemId = signal<ItemId | null>(null);

  readonly item = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItem, { params: { itemId } }) : undefined;
  });
  readonly history = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItemHistory, { params: { itemId } }) : undefined;
  });

  async reload(): Promise<void> {
    await Promise.all([this.item.reload(), this.history.reload()]);
  }

  async take(changed: ItemView): Promise<void> {
    this.item.put(changed);
    await this.history.reload();
  }

  async enrol(itemId: ItemId, personId: PersonId): Promise<void> {
    await this.api.call(enrolPerson, { params: { itemId, personId } });
    await this.item.reload();
  }

  async withdraw(itemId: ItemId, personId: PersonId): Promise<void> {
    await this.api.call(withdrawEnrolment, { params: { itemId, personId } });
    await this.item.reload();
  }

  /** If somebody was quicker, theirs is shown. */
  async cancel({ id, version }: ItemView, reason: string): Promise<void> {
    try {
      await this.take(await this.api.call(cancelItem, { params: { itemId: id }, version, body: { reason } }));
    } catch (error) {
      if (isProblem(error, 'stale')) await this.reload();
      throw error;
    }
  }
}
