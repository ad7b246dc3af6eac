/** The year that the words of an address name; null where they name none, so that no page asks for the year NaN. */
export function yearAsked(words: string | undefined): number | null {
  const year = /^\d{4}$/.test(words ?? '') ? Number(words) : 0;
  return year >= 1990 && year <= 2100 ? year : null;
}
