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

interface Held<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/**
 * A cursor-paged list; it starts again when a signal that the loader reads changes (a search word, a filter).
 * Call it where injection is possible.
 */
export function paged<T>(loader: (after: string | undefined) => Promise<Page<T>>): PagedList<T> {
  const held = signal<Held<T> | null>(null);
  const failure = signal<Problem | null>(null);
  const busy = signal<'first' | 'more' | null>('first');
  const moreProblem = signal<Problem | null>(null);
  let newest = 0;

  const first = async (promise: Promise<Page<T>>): Promise<void> => {
    const turn = ++newest;
    busy.set('first');
    try {
      const page = await promise;
      if (turn !== newest) return;
      held.set(page);
      failure.set(null);
    } catch (error) {
      if (turn !== newest) return;
      failure.set(problemOf(error));
    }
    busy.set(null);
  };

  const more = async (): Promise<void> => {
    const before = untracked(held);
    if (!before?.next || untracked(busy)) return;
    const turn = ++newest;
    busy.set('more');
    moreProblem.set(null);
    try {
      const page = await untracked(() => loader(before.next ?? undefined));
      if (turn === newest) held.set({ items: [...before.items, ...page.items], next: page.next });
    } catch (error) {
      if (turn === newest) moreProblem.set(problemOf(error));
    }
    if (turn === newest) busy.set(null);
  };

  effect(() => {
    const promise = loader(undefined);
    untracked(() => void first(promise));
  });

  const state = computed(() => remoteOf(held(), failure(), busy() === 'first'));
  return Object.assign(state, {
    hasMore: computed(() => held()?.next !== null && held() !== null),
    loadingMore: computed(() => busy() === 'more'),
    moreProblem: moreProblem.asReadonly(),
    more,
    reload: () => first(untracked(() => loader(undefined))),
  });
}

function remoteOf<T>(held: Held<T> | null, problem: Problem | null, refreshing: boolean): Remote<readonly T[]> {
  if (held) return { state: 'ready', value: held.items, refreshing, problem };
  return problem && !refreshing ? { state: 'failed', problem } : { state: 'loading' };
}
