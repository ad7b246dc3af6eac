/** The list with the one at a place moved by steps; past an end nothing moves. */
export function moved<T>(list: readonly T[], at: number, steps: number): readonly T[] {
  const to = at + steps;
  if (to < 0 || to >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, ...list.slice(at, at + 1));
}
