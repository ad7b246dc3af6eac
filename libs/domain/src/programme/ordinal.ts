const shape = /^第(\d{1,4})(?:期|批|批次)$/;

/** The number that a title is nothing but: 第3期 is 3, 第2批 is 2; null where it says anything else. */
export function ordinalOfTitle(title: string): number | null {
  const number = Number(shape.exec(title.trim())?.[1] ?? 0);
  return number > 0 ? number : null;
}

/** The number proposed for the next item of a category and year: one more than the highest there is. */
export const nextOrdinal = (taken: readonly number[]): number =>
  taken.reduce((most, one) => Math.max(most, one), 0) + 1;
