import { computed, signal, untracked } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { problemOf } from './api/problem-error';
import type { Remote } from './remote';

/** One page of a list as every list endpoint answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Asks for the first page or a further one; nothing while the question is not complete yet. */
export type PageLoader<T> = (after: string | undefined) => Promise<Page<T>> | undefined;

/** The pages fetched so far; an answer that a newer question overtook is dropped. */
export class Pages<T> {
  private readonly held = signal<Page<T> | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly busy = signal<'first' | 'more' | null>('first');
  private readonly problem = signal<Problem | null>(null);
  private newest = 0;

  readonly list = computed(() => remoteOf(this.held(), this.failure(), this.busy() === 'first'));
  readonly hasMore = computed(() => (this.held()?.next ?? null) !== null);
  readonly loadingMore = computed(() => this.busy() === 'more');
  readonly moreProblem = this.problem.asReadonly();

  constructor(private readonly loader: PageLoader<T>) {}

  /** A new question begins with its first page; one that is not complete is awaited, and nothing of another is shown. */
  async begin(first: Promise<Page<T>> | undefined): Promise<void> {
    if (!first) {
      this.held.set(null);
      this.failure.set(null);
    }
    await this.first(() => first);
  }

  /** The same question again: as much of the list as was in view stays in view, however often it is read anew. */
  async reload(): Promise<void> {
    const before = untracked(this.held);
    await this.first((isNewest) => this.ask(undefined)?.then((page) => this.asFarAs(before, page, isNewest)));
  }

  async more(): Promise<void> {
    const before = untracked(this.held);
    if (!before?.next || untracked(this.busy)) return;
    const promise = this.ask(before.next);
    if (!promise) return;
    this.problem.set(null);
    await this.take('more', () => promise.then((page) => joined(before, page)));
  }

  private ask(after: string | undefined): Promise<Page<T>> | undefined {
    return untracked(() => this.loader(after));
  }

  private async asFarAs(before: Page<T> | null, first: Page<T>, isNewest: () => boolean): Promise<Page<T>> {
    let all = first;
    // Who had seen the end sees it again, with what came in between.
    const isShorter = () => before !== null && (all.items.length < before.items.length || before.next === null);
    while (all.next !== null && isShorter() && isNewest()) {
      const page = await this.ask(all.next);
      if (!page) break;
      all = joined(all, page);
    }
    return all;
  }

  private async first(fetch: (isNewest: () => boolean) => Promise<Page<T>> | undefined): Promise<void> {
    this.problem.set(null);
    await this.take('first', fetch);
  }

  private async take(
    part: 'first' | 'more',
    fetch: (isNewest: () => boolean) => Promise<Page<T>> | undefined,
  ): Promise<void> {
    const turn = ++this.newest;
    const isNewest = () => turn === this.newest;
    this.busy.set(part);
    const outcome = await fetch(isNewest)?.then(
      (page) => () => this.keep(page),
      (error: unknown) => () => (part === 'first' ? this.failure : this.problem).set(problemOf(error)),
    );
    if (!outcome || !isNewest()) return;
    outcome();
    this.busy.set(null);
  }

  private keep(page: Page<T>): void {
    this.held.set(page);
    this.failure.set(null);
  }
}

const joined = <T>(one: Page<T>, other: Page<T>): Page<T> => ({
  items: [...one.items, ...other.items],
  next: other.next,
});

function remoteOf<T>(held: Page<T> | null, problem: Problem | null, refreshing: boolean): Remote<readonly T[]> {
  if (held) return { state: 'ready', value: held.items, refreshing, problem };
  return problem && !refreshing ? { state: 'failed', problem } : { state: 'loading' };
}
