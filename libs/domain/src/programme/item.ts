import { accept, refuse, type ItemId, type Result } from '../kernel';
import { Temporal, type DaySpan } from '../time';
import { categoryOf, itemCategoryFacts, type ItemCategory, type NamedCategory } from './category';
import type { ItemState } from './enrolment';
import { itemSpan, type ItemDays, type ItemDaysRefusal } from './partial-day';

/** What a rule looks at of an item that somebody writes down. */
export interface WantedItem extends NamedCategory, ItemDays {
  readonly state: Exclude<ItemState, 'cancelled'>;
}

/** Why an item cannot be written so. */
export type ItemRefusal = ItemDaysRefusal | { readonly kind: 'category-words' } | { readonly kind: 'in-the-future' };

/** Only 其他 says in words what it is, and in words that no other category has. */
const isNamed = ({ category, categoryWords }: NamedCategory): boolean =>
  category === 'other'
    ? categoryWords !== null && categoryOf(categoryWords).category === 'other'
    : categoryWords === null;

/** The days an item lies on; what begins after today has not been held. */
export function decideItem(wanted: WantedItem, today: Temporal.PlainDate): Result<DaySpan, ItemRefusal> {
  if (!isNamed(wanted)) return refuse({ kind: 'category-words' });
  const span = itemSpan(wanted);
  if (!span.ok) return span;
  const isToCome = Temporal.PlainDate.compare(span.value.firstDay, today) > 0;
  return wanted.state === 'held' && isToCome ? refuse({ kind: 'in-the-future' }) : span;
}

/**
 * The state an item has after it was revised: what was called off stays so, unless whoever revises it says that it takes
 * place after all. Its sittings are not brought back by that.
 */
export const stateAfterRevision = (
  before: ItemState | null,
  { state, revives }: { readonly state: WantedItem['state']; readonly revives: boolean },
): ItemState => (before === 'cancelled' && !revives ? before : state);

/** What was called off is not called off again; anything else may be called off. */
export const decideItemEnd = (state: ItemState): Result<'cancelled', { readonly kind: 'item-cancelled' }> =>
  state === 'cancelled' ? refuse({ kind: 'item-cancelled' }) : accept('cancelled');

/** The code an item gets where nobody gives one: `P-SHOW-2026-03`, or by its id where it has no number. */
export function itemCode(of: { category: ItemCategory; year: number; ordinal: number | null }, id: ItemId): string {
  const number = of.ordinal === null ? id.slice(0, 8) : String(of.ordinal).padStart(2, '0');
  return `P-${itemCategoryFacts[of.category].code}-${String(of.year)}-${number}`;
}
