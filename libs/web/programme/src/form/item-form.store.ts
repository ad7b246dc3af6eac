import { computed, inject, Injectable, signal } from '@angular/core';
import { type ItemView, type Problem, readItem, readProgrammeYear, saveItem } from '@qinglan/contracts';
import { asId, type ItemCategory, itemCategoryFacts, type ItemId, nextOrdinal } from '@qinglan/domain';
import { ApiClient, beijingNow, problemOf, remote, uuid } from '@qinglan/web-platform';
import { bodyOf, draftOf, emptyDraft, faultsOf, type ItemDraft } from './item-draft';

/** An item as it is written down or revised; the id of a new one is made once, so that sending twice makes one. */
@Injectable()
export class ItemFormStore {
  private readonly api = inject(ApiClient);
  private readonly newId = asId<ItemId>(uuid());

  /** Null: something new. */
  readonly itemId = signal<ItemId | null>(null);
  readonly draft = signal<ItemDraft>(emptyDraft(beijingNow().day.slice(0, 4), 'showcase'));
  readonly isDirty = signal(false);
  readonly isSending = signal(false);
  readonly hasTried = signal(false);
  readonly problem = signal<Problem | null>(null);
  private version = 0;

  readonly item = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItem, { params: { itemId } }) : undefined;
  });
  private readonly year = remote(() => {
    const year = Number(this.draft().year);
    return year >= 1990 && year <= 2100 ? this.api.call(readProgrammeYear, { params: { year } }) : undefined;
  });
  /** The number that comes next in the category and the year; null where the category counts none. */
  readonly proposed = computed<number | null>(() => {
    const { category } = this.draft();
    const known = this.year.value();
    if (!known || itemCategoryFacts[category].counter === 'none') return null;
    const found = known.categories.find((one) => one.category === category);
    return nextOrdinal([found?.highest ?? 0]);
  });
  readonly faults = computed(() => faultsOf(this.draft(), this.item.value() ?? null));
  /** What is shown beside the fields: nothing before the first try. */
  readonly shownFaults = computed(() => (this.hasTried() ? this.faults() : {}));

  begin(year: string | undefined, category: string | undefined): void {
    const known = category && category in itemCategoryFacts ? (category as ItemCategory) : 'showcase';
    const now = beijingNow().day.slice(0, 4);
    const draft = emptyDraft(year || now, known);
    // What is entered of a year that is over was held.
    this.draft.set(year && year < now ? { ...draft, state: 'held' } : draft);
  }

  take(item: ItemView): void {
    this.version = item.version;
    this.draft.set(draftOf(item));
    this.isDirty.set(false);
  }

  fill(change: Partial<ItemDraft>): void {
    this.draft.update((was) => ({ ...was, ...change }));
    this.isDirty.set(true);
    this.problem.set(null);
  }

  /** The item as it stands now, or nothing; then faults or the problem say why. */
  async save(): Promise<ItemView | undefined> {
    this.hasTried.set(true);
    if (Object.keys(this.faults()).length > 0) return undefined;
    this.isSending.set(true);
    this.problem.set(null);
    const params = { itemId: this.itemId() ?? this.newId };
    try {
      const saved = await this.api.call(saveItem, { params, version: this.version, body: bodyOf(this.draft()) });
      this.isDirty.set(false);
      return saved;
    } catch (error) {
      this.problem.set(problemOf(error));
      return undefined;
    } finally {
      this.isSending.set(false);
    }
  }
}
