import type { Page } from '@qinglan/web-platform';

// A register that needs more pages than these for one choice needs another way to choose.
const mostPages = 25;

/** Every row of a cursor-paged list, for choices and overviews that need them all. */
export async function allOf<Row>(load: (after: string | undefined) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await load(after);
    rows.push(...page.items);
    if (page.next === null) return rows;
    after = page.next;
  }
  return rows;
}
