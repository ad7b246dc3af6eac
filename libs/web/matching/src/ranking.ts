/** Somebody in an order. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

/** One place up; the first stays. */
export function movedUp<T>(list: readonly T[], at: number): readonly T[] {
  const [above, own] = [list[at - 1], list[at]];
  if (above === undefined || own === undefined) return list;
  return list.map((one, place) => (place === at - 1 ? own : place === at ? above : one));
}

/** Without the one at a place. */
export const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, place) => place !== at);
