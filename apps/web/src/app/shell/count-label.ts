/** The most that is told beside a word. */
export const mostTold = 9;

/** As it is written beside a word: nothing, a number, or 9+. */
export function countLabel(found: number): string {
  if (found === 0) return '';
  return found > mostTold ? `${String(mostTold)}+` : String(found);
}
