import { inject, Injectable, signal } from '@angular/core';
import { cancelItem, type ItemView, readItem, readItemHistory, saveItem, withdrawEnrolment } from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import { ApiClient, historyPart, isProblem, paged, remote } from '@qinglan/web-platform';
import { bodyOf, draftOf } from '../form/item-draft';
import { Enrolling } from './enrolling';

/** One item and its history. */
@Injectable()
export class ItemStore {
  private readonly api = inject(ApiClient);
  private readonly enrolling = inject(Enrolling);

  readonly itemId = signal<ItemId | null>(null);

  readonly item = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItem, { params: { itemId } }) : undefined;
  });
  readonly history = paged((after) => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItemHistory, { params: { itemId }, query: historyPart(after) }) : undefined;
  });

  async reload(): Promise<void> {
    await Promise.all([this.item.reload(), this.history.reload()]);
  }

  async take(changed: ItemView): Promise<void> {
    this.item.put(changed);
    await this.history.reload();
  }

  /** False when she thought better of it. */
  async enrol(itemId: ItemId, personId: PersonId): Promise<boolean> {
    const row = await this.enrolling.enrol({ itemId, personId });
    if (row) await this.item.reload();
    return row !== null;
  }

  async withdraw(itemId: ItemId, personId: PersonId): Promise<boolean> {
    await this.api.call(withdrawEnrolment, { params: { itemId, personId } });
    await this.item.reload();
    return true;
  }

  cancel({ id, version }: ItemView, reason: string): Promise<boolean> {
    return this.change(this.api.call(cancelItem, { params: { itemId: id }, version, body: { reason } }));
  }

  /** It took place; all else stays as it stands. */
  hold(item: ItemView): Promise<boolean> {
    const body = bodyOf({ ...draftOf(item), state: 'held' });
    return this.change(this.api.call(saveItem, { params: { itemId: item.id }, version: item.version, body }));
  }

  /** If somebody was quicker, theirs is shown. */
  private async change(changed: Promise<ItemView>): Promise<boolean> {
    try {
      await this.take(await changed);
      return true;
    } catch (error) {
      if (isProblem(error, 'stale')) await this.reload();
      throw error;
    }
  }
}
