import type { Id } from '../../kernel';
import { Temporal } from '../../time';

/** One remark of an observation; made by the device that writes it. */
export type EntryId = Id<'Entry'>;
/** One writing of a remark or of a heading; made by the device, and applied once however often it arrives. */
export type ChangeId = Id<'Change'>;

/** What a remark is: something seen, a highlight (亮点), a problem (问题), a piece of advice (建议). */
export const entryKinds = ['note', 'highlight', 'problem', 'advice'] as const;

/** What a remark is. */
export type EntryKind = (typeof entryKinds)[number];

/**
 * One writing of a remark: new when it is based on nothing, else what replaces the writing it is based on. Two devices
 * that both replaced the same writing have both their texts stand.
 */
export interface EntryChange {
  readonly changeId: ChangeId;
  readonly entryId: EntryId;
  readonly basedOn: ChangeId | null;
  readonly kind: EntryKind;
  /** The moment it speaks of, as ISO 8601 text. */
  readonly at: string;
  readonly text: string;
  /** The code of an LICC view. */
  readonly view: string | null;
  readonly tags: readonly string[];
  /** Takes the remark away; a text that somebody else wrote meanwhile stays. */
  readonly isRemoved: boolean;
}

/** A remark as it stands. */
export interface Entry extends EntryChange {
  /** Another device wrote another text in the same place meanwhile, and both stand. */
  readonly isBeside: boolean;
}

/**
 * Both lists as one, each change once. What is known comes first; the outcome of `entriesOf` does not depend on the
 * order, so devices and server agree whatever came when.
 */
export function mergeChanges<C extends { readonly changeId: ChangeId }>(known: readonly C[], sent: readonly C[]): C[] {
  const byId = new Map<ChangeId, C>();
  for (const change of [...known, ...sent]) if (!byId.has(change.changeId)) byId.set(change.changeId, change);
  return [...byId.values()];
}

const millisecondOf = (at: string): number => Temporal.Instant.from(at).epochMilliseconds;
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of the lesson; what was written for one moment, by id. */
function inOrder<C extends EntryChange>(changes: readonly C[]): C[] {
  const timed = changes.map((change) => ({ change, at: millisecondOf(change.at) }));
  timed.sort(
    (a, b) =>
      a.at - b.at || textOrder(a.change.entryId, b.change.entryId) || textOrder(a.change.changeId, b.change.changeId),
  );
  return timed.map(({ change }) => change);
}

const placeOf = (entryId: EntryId, changeId: ChangeId): string => `${entryId}/${changeId}`;

/** The writings that no other writing of the same remark replaced, removals included. */
function standing<C extends EntryChange>(changes: readonly C[]): readonly C[] {
  const replaced = new Set(
    changes.flatMap(({ entryId, changeId, basedOn }) =>
      basedOn === null || basedOn === changeId ? [] : [placeOf(entryId, basedOn)],
    ),
  );
  return changes.filter(({ entryId, changeId }) => !replaced.has(placeOf(entryId, changeId)));
}

/** The remarks that stand after these changes, in the order of the lesson. */
export function entriesOf<C extends EntryChange>(changes: readonly C[]): readonly (C & Entry)[] {
  const shown = standing(mergeChanges(changes, [])).filter(({ isRemoved }) => !isRemoved);
  const counts = new Map<EntryId, number>();
  for (const { entryId } of shown) counts.set(entryId, (counts.get(entryId) ?? 0) + 1);
  return inOrder(shown).map((change) => ({ ...change, isBeside: (counts.get(change.entryId) ?? 0) > 1 }));
}
