/** A group of a breakdown. */
export interface Group {
  readonly value: number | null;
}

/** Groups of fewer people than these are not shown. */
export const smallestShown = 5;

/**
 * Which groups of people a breakdown hides, by their place: each of one to four people, and further ones, smallest
 * first, until what is hidden cannot be reckoned from the total: two groups at least, five people at least.
 */
export function hiddenGroups(groups: readonly Group[]): ReadonlySet<number> {
  const sized = groups
    .map(({ value }, at) => ({ at, size: value ?? 0 }))
    .filter(({ size }) => size > 0)
    .sort((one, other) => one.size - other.size || one.at - other.at);
  const hidden: { readonly at: number; readonly size: number }[] = [];
  for (const group of sized) {
    const people = hidden.reduce((sum, { size }) => sum + size, 0);
    const isReckonable = hidden.length > 0 && (hidden.length < 2 || people < smallestShown);
    if (group.size < smallestShown || isReckonable) hidden.push(group);
  }
  return new Set(hidden.map(({ at }) => at));
}
