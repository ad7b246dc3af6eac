import { effect, signal, untracked, type Signal } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { problemOf } from './api/problem-error';

/** What is fetched: the template shows all three. */
export type Remote<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | {
      readonly state: 'ready';
      readonly value: T;
      /** A newer value is on its way; the old one stays in view. */
      readonly refreshing: boolean;
      /** Why the last refresh failed, if it did. */
      readonly problem: Problem | null;
    };

/** A signal of what is fetched, with a way to fetch again. */
export interface RemoteStore<T> extends Signal<Remote<T>> {
  /** Fetches again and keeps the old value in view meanwhile. */
  reload(): Promise<void>;
  /** Puts a value that an answer just brought, such as the reply to a change. */
  put(value: T): void;
  /** The value when there is one. */
  value(): T | undefined;
}

/** A loader returns nothing while its question is not complete yet. */
export type Loader<T> = () => Promise<T> | undefined;

const loading = { state: 'loading' } as const;

/**
 * Fetches once, and again when a signal that the loader reads before its first await changes; `keep` leaves the old
 * value in view then too. Call it where injection is possible (a field of a store).
 */
export function remote<T>(loader: Loader<T>, options: { readonly keep?: boolean } = {}): RemoteStore<T> {
  const current = signal<Remote<T>>(loading);
  let newest = 0;

  const follow = async (promise: Promise<T> | undefined, keep: boolean): Promise<void> => {
    const turn = ++newest;
    const show = (next: Remote<T>) => (turn === newest ? current.set(next) : undefined);
    current.update((was) => (keep && was.state === 'ready' ? { ...was, refreshing: true } : loading));
    if (!promise) return;
    try {
      show({ state: 'ready', value: await promise, refreshing: false, problem: null });
    } catch (error) {
      const was = untracked(current);
      const problem = problemOf(error);
      show(was.state === 'ready' ? { ...was, refreshing: false, problem } : { state: 'failed', problem });
    }
  };

  effect(() => {
    const promise = begin(loader);
    untracked(() => void follow(promise, options.keep === true));
  });

  return Object.assign(current.asReadonly(), {
    reload: () =>
      follow(
        untracked(() => begin(loader)),
        true,
      ),
    put: (value: T) => {
      newest++;
      current.set({ state: 'ready', value, refreshing: false, problem: null });
    },
    value: () => valueOf(current()),
  });
}

const valueOf = <T>(given: Remote<T>): T | undefined => (given.state === 'ready' ? given.value : undefined);

/** A loader that throws before its first await fails like one that rejects. */
function begin<T>(loader: Loader<T>): Promise<T> | undefined {
  try {
    return loader();
  } catch (error) {
    return Promise.reject(error);
  }
}
