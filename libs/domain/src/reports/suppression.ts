/** A group of a breakdown: how many people it tells of; null where it tells of none. */
export interface Group {
  readonly value: number | null;
}

/** Groups of fewer people than these are not shown. */
export const smallestShown = 5;

/** Stands as a value for all words that are said too seldom to be shown. */
export const seldomSaid = '…';

interface Sized {
  readonly at: number;
  readonly size: number;
}

const isTold = (hidden: readonly Sized[]): boolean =>
  hidden.length > 0 && (hidden.length < 2 || hidden.reduce((sum, { size }) => sum + size, 0) < smallestShown);

/**
 * Which groups of people a breakdown hides, by their place: each of one to four people and those of `also`, and further
 * ones, smallest first, until what is hidden cannot be reckoned from the total: two groups at least, five people at least.
 */
export function hiddenGroups(groups: readonly Group[], also: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  const sized = groups.map(({ value }, at) => ({ at, size: value ?? 0 }));
  const isSmall = ({ at, size }: Sized) => also.has(at) || (size > 0 && size < smallestShown);
  const hidden = sized.filter(isSmall);
  const others = sized
    .filter((group) => group.size > 0 && !isSmall(group))
    .sort((one, other) => one.size - other.size || one.at - other.at);
  for (const group of others) if (isTold(hidden)) hidden.push(group);
  return new Set(hidden.map(({ at }) => at));
}

/**
 * The same where other numerals count these people and more by the same groups: what is left of a group when the part is
 * taken from the whole is a group of people too, and is told by nobody who shows both. Of the two the part is hidden.
 * Each of `wholes` names, place by place, how many people its group tells of.
 */
export function hiddenWithin(
  groups: readonly Group[],
  wholes: readonly (readonly (number | null)[])[],
): ReadonlySet<number> {
  const also = wholes.flatMap((whole) => {
    const left = groups.map(({ value }, at) => ({ value: value ? (whole[at] ?? value) - value : 0 }));
    return [...hiddenGroups(left)];
  });
  return hiddenGroups(groups, new Set(also));
}
