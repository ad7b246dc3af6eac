/** "2015–2016" of two days, "2015" where they lie in one year, "2015–" while the end is open. */
export function yearsOf({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null }): string {
  const [from, to] = [fromDay.slice(0, 4), toDay?.slice(0, 4) ?? ''];
  return from === to ? from : `${from}–${to}`;
}
