import { Temporal } from '../../time';
import type { ChangeId } from './entry';

/** What stands above the remarks: topic, type of lesson (课型), how many pupils, and a rating from 1 to 5 if one is given. */
export const headingFields = ['topic', 'lessonType', 'classSize', 'rating'] as const;

/** One field above the remarks. */
export type HeadingField = (typeof headingFields)[number];

/** The types of lesson: 新授, 复习, 讲评, 实验. */
export const lessonTypes = ['new', 'revision', 'review', 'experiment'] as const;

/** One writing of one field; `null` empties it. */
export interface HeadingChange {
  readonly changeId: ChangeId;
  readonly field: HeadingField;
  readonly value: string | number | null;
  /** When it was written by the device's clock, as ISO 8601 text: the last one stands. */
  readonly at: string;
}

/** A writing that arrived, and when: no clock of a device writes later than that. */
export interface ArrivedHeadingChange extends HeadingChange {
  readonly receivedAt: Temporal.Instant;
}

/** What stands above the remarks. */
export type Heading = Readonly<Record<HeadingField, string | number | null>>;

// A device whose clock is ahead would else have the last word until its hour comes.
function writtenAt({ at, receivedAt }: ArrivedHeadingChange): Temporal.Instant {
  const written = Temporal.Instant.from(at);
  return Temporal.Instant.compare(written, receivedAt) > 0 ? receivedAt : written;
}

function isLater(a: ArrivedHeadingChange, b: ArrivedHeadingChange): boolean {
  // What such a device sent at once keeps its own order.
  const order = Temporal.Instant.compare(writtenAt(a), writtenAt(b)) || Temporal.Instant.compare(a.at, b.at);
  return order === 0 ? a.changeId > b.changeId : order > 0;
}

/** The last writing of each field, whatever came first; what claims to be of the future is of when it arrived. */
export function headingOf(changes: readonly ArrivedHeadingChange[]): Heading {
  const last = new Map<HeadingField, ArrivedHeadingChange>();
  for (const change of changes) {
    const before = last.get(change.field);
    if (!before || isLater(change, before)) last.set(change.field, change);
  }
  const valueOf = (field: HeadingField) => last.get(field)?.value ?? null;
  return {
    topic: valueOf('topic'),
    lessonType: valueOf('lessonType'),
    classSize: valueOf('classSize'),
    rating: valueOf('rating'),
  };
}
