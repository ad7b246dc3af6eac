import { computed, effect, signal, untracked, type Signal } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { problemOf } from './api/problem-error';
import type { Remote } from './remote';

/** One page of a list as every list endpoint answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that grows page by page. */
export interface PagedList<T> extends Signal<Remote<readonly T[]>> {
  readonly hasMore: Signal<boolean>;
  readonly loadingMore: Signal<boolean>;
  /** Why the last further page did not come. */
  readonly moreProblem: Signal<Problem | null>;
  more(): Promise<void>;
  reload(): Promise<void>;
}

/** The page of a list that nobody asked for yet. */
export const nothingToShow = (): Promise<{ readonly items: readonly never[]; readonly next: null }> =>
  Promise.resolve({ items: [], next: null });

/** How a history beside something is asked for: a few lines at first, many with every further page. */
export const historyPart = (
  after: string | undefined,
): { readonly limit: number; readonly after: string | undefined } => ({
  limit: after === undefined ? 8 : 50,
  after,
});

type PageLoader<T> = (after: string | undefined) => Promise<Page<T>>;

/**
 * A cursor-paged list; it starts again when a signal that the loader reads changes (a search word, a filter).
 * Call it where injection is possible.
 */
export function paged<T>(loader: PageLoader<T>): PagedList<T> {
  const pages = new Pages(loader);
  effect(() => {
    const promise = loader(undefined);
    untracked(() => void pages.begin(promise));
  });
  return Object.assign(pages.list, {
    hasMore: computed(() => (pages.held()?.next ?? null) !== null),
    loadingMore: computed(() => pages.busy() === 'more'),
    moreProblem: pages.moreProblem.asReadonly(),
    more: () => pages.more(),
    reload: () => pages.begin(untracked(() => loader(undefined))),
  });
}

/** The pages fetched so far; an answer that a newer question overtook is dropped. */
class Pages<T> {
  readonly held = signal<Page<T> | null>(null);
  readonly failure = signal<Problem | null>(null);
  readonly busy = signal<'first' | 'more' | null>('first');
  readonly moreProblem = signal<Problem | null>(null);
  readonly list = computed(() => remoteOf(this.held(), this.failure(), this.busy() === 'first'));
  private newest = 0;

  constructor(private readonly loader: PageLoader<T>) {}

  async begin(promise: Promise<Page<T>>): Promise<void> {
    this.moreProblem.set(null);
    await this.take('first', promise, (page) => {
      this.held.set(page);
      this.failure.set(null);
    });
  }

  async more(): Promise<void> {
    const before = untracked(this.held);
    const after = before?.next;
    if (!before || !after || untracked(this.busy)) return;
    this.moreProblem.set(null);
    const promise = untracked(() => this.loader(after));
    await this.take('more', promise, (page) => {
      this.held.set({ items: [...before.items, ...page.items], next: page.next });
    });
  }

  private async take(part: 'first' | 'more', promise: Promise<Page<T>>, keep: (page: Page<T>) => void): Promise<void> {
    const turn = ++this.newest;
    this.busy.set(part);
    const outcome = await promise.then(
      (page) => () => keep(page),
      (error: unknown) => () => (part === 'first' ? this.failure : this.moreProblem).set(problemOf(error)),
    );
    if (turn !== this.newest) return;
    outcome();
    this.busy.set(null);
  }
}

function remoteOf<T>(held: Page<T> | null, problem: Problem | null, refreshing: boolean): Remote<readonly T[]> {
  if (held) return { state: 'ready', value: held.items, refreshing, problem };
  return problem && !refreshing ? { state: 'failed', problem } : { state: 'loading' };
}
