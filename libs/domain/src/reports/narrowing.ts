/** To which rows a list of them is narrowed: a dimension with its value, and a second one with its own. */
export interface Narrowing {
  readonly by?: string | undefined;
  readonly value?: string | undefined;
  readonly within?: string | undefined;
  readonly part?: string | undefined;
}

/**
 * Whether each dimension has its value and each value its dimension, and a part its group: half of a narrowing would give all
 * rows to whoever asks for some.
 */
export function isNarrowingWhole({ by, value, within, part }: Narrowing): boolean {
  const isParted = within !== undefined;
  return (
    (by === undefined) === (value === undefined) && isParted === (part !== undefined) && (!isParted || by !== undefined)
  );
}
