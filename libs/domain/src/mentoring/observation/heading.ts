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

/** What stands above the remarks. */
export type Heading = Readonly<Record<HeadingField, string | number | null>>;

function isLater(a: HeadingChange, b: HeadingChange): boolean {
  const order = Temporal.Instant.compare(a.at, b.at);
  return order === 0 ? a.changeId > b.changeId : order > 0;
}

/** The last writing of each field, whatever came first. */
export function headingOf(changes: readonly HeadingChange[]): Heading {
  const last = new Map<HeadingField, HeadingChange>();
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
