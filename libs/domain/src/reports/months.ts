/**
 * The months of a year that are missing between the first and the last of those given, as `2026-03` and in their order.
 * Months of other years, and what is not known to be a month (null), count for nothing.
 */
export function monthsMissing(year: number, known: readonly (string | null)[]): readonly string[] {
  const begin = `${String(year)}-`;
  const there = known.filter((one) => one?.startsWith(begin)).map((one) => Number(one?.slice(begin.length)));
  const [first, last] = [Math.min(...there), Math.max(...there)];
  return Array.from({ length: 12 }, (_, at) => at + 1)
    .filter((month) => month > first && month < last && !there.includes(month))
    .map((month) => begin + String(month).padStart(2, '0'));
}
