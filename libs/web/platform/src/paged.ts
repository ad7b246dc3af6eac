import { effect, untracked, type Signal } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { type PageLoader, Pages } from './pages';
import type { Remote } from './remote';

/** A list that grows page by page. */
export interface PagedList<T> extends Signal<Remote<readonly T[]>> {
  readonly hasMore: Signal<boolean>;
  readonly loadingMore: Signal<boolean>;
  /** Why the last further page did not come. */
  readonly moreProblem: Signal<Problem | null>;
  more(): Promise<void>;
  /** Fetches again as far as the list was paged. */
  reload(): Promise<void>;
}

/** How a history beside something is asked for: a few lines at first, many with every further page. */
export const historyPart = (
  after: string | undefined,
): { readonly limit: number; readonly after: string | undefined } => ({
  limit: after === undefined ? 8 : 50,
  after,
});

/**
 * A cursor-paged list; it starts again when a signal that the loader reads changes (a search word, a filter). While the
 * loader returns nothing the list is awaited, never empty. Call it where injection is possible.
 */
export function paged<T>(loader: PageLoader<T>): PagedList<T> {
  const pages = new Pages(loader);
  effect(() => {
    const promise = loader(undefined);
    untracked(() => void pages.begin(promise));
  });
  return Object.assign(pages.list, {
    hasMore: pages.hasMore,
    loadingMore: pages.loadingMore,
    moreProblem: pages.moreProblem,
    more: () => pages.more(),
    reload: () => pages.reload(),
  });
}
