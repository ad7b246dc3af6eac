import type { EntryView, ObservationView, SentEntryChange, SentHeadingChange } from '@qinglan/contracts';
import { entriesOf, mergeChanges, type Entry, type EntryChange } from '@qinglan/domain';

/** Something this device wrote that the server has not acknowledged yet. */
export type Unsent =
  | { readonly of: 'entry'; readonly change: SentEntryChange }
  | { readonly of: 'heading'; readonly change: SentHeadingChange };

/** A remark in the page: what it says, and whether the server has it. */
export type Remark = Entry & { readonly isSent: boolean };

/** The fields above the remarks. */
export type HeadingValues = Pick<ObservationView, 'topic' | 'lessonType' | 'classSize' | 'rating'>;

type Marked = EntryChange & { readonly isSent: boolean };

/** A remark that stands on the server, as the writing that made it; what that was based on is over. */
const asChange = ({ isBeside: _, ...entry }: EntryView): Marked => ({
  ...entry,
  basedOn: null,
  isRemoved: false,
  isSent: true,
});

/** The remarks as they will stand once everything has arrived. */
export function remarksOf(entries: readonly EntryView[], unsent: readonly Unsent[]): readonly Remark[] {
  const own = unsent.flatMap((one): Marked[] => (one.of === 'entry' ? [{ ...one.change, isSent: false }] : []));
  return entriesOf(mergeChanges(entries.map(asChange), own));
}

/** The heading as it will stand: what this device wrote last is what one sees. */
export function headingWith(known: HeadingValues, unsent: readonly Unsent[]): HeadingValues {
  const { topic, lessonType, classSize, rating } = known;
  const written = unsent.flatMap((one) =>
    one.of === 'heading' ? [[one.change.field, one.change.value] as const] : [],
  );
  return { topic, lessonType, classSize, rating, ...Object.fromEntries(written) };
}

/** How much of it may go in one request. */
const atOnce = 50;

/** The next request: the oldest first, so that what builds on something never comes before it. */
export function nextBatch<U extends { readonly value: Unsent }>(unsent: readonly U[]) {
  const taken = unsent.slice(0, atOnce);
  const entries = taken.flatMap(({ value }) => (value.of === 'entry' ? [value.change] : []));
  const heading = taken.flatMap(({ value }) => (value.of === 'heading' ? [value.change] : []));
  return { taken, body: { entries, heading } };
}
