import { Injectable } from '@angular/core';
import type { DBSchema, IDBPDatabase } from 'idb';

/** Something that waits on a shelf, in the order it was put there. */
export interface Waiting<T> {
  readonly number: number;
  readonly value: T;
}

interface Shelved {
  readonly shelf: string;
  readonly value: unknown;
}
interface Rooms extends DBSchema {
  waiting: { key: number; value: Shelved; indexes: { shelf: string } };
  kept: { key: string; value: unknown };
}

/** What both the browser's database and its stand-in do. */
interface Store {
  push(shelf: string, value: unknown): Promise<number>;
  all(shelf: string): Promise<readonly Waiting<unknown>[]>;
  shelves(): Promise<readonly string[]>;
  drop(numbers: readonly number[]): Promise<void>;
  keep(name: string, value: unknown): Promise<void>;
  kept(name: string): Promise<unknown>;
  forget(name: string): Promise<void>;
}

/**
 * What this browser keeps through reloads and outages: what waits to be sent, and what was last seen. Where the browser
 * refuses its database (a private window), it lasts as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class Storeroom {
  private opening: Promise<Store> | undefined;

  /** Puts something behind what waits on a shelf already. */
  async push<T>(shelf: string, value: T): Promise<Waiting<T>> {
    const number = await (await this.store()).push(shelf, value);
    return { number, value };
  }

  /** What waits on a shelf, first put first. */
  async waiting<T>(shelf: string): Promise<readonly Waiting<T>[]> {
    return (await (await this.store()).all(shelf)) as readonly Waiting<T>[];
  }

  /** The shelves whose names begin so and on which something waits. */
  async shelves(beginning: string): Promise<readonly string[]> {
    const all = await (await this.store()).shelves();
    return [...new Set(all)].filter((shelf) => shelf.startsWith(beginning));
  }

  /** Takes away what has arrived. */
  async drop(those: readonly Waiting<unknown>[]): Promise<void> {
    await (await this.store()).drop(those.map(({ number }) => number));
  }

  /** Keeps one thing under a name, in place of what was kept there. */
  async keep(name: string, value: unknown): Promise<void> {
    await (await this.store()).keep(name, value);
  }

  /** What is kept under a name; whoever asks knows its shape. */
  async kept<T>(name: string): Promise<T | undefined> {
    return (await (await this.store()).kept(name)) as T | undefined;
  }

  async forget(name: string): Promise<void> {
    await (await this.store()).forget(name);
  }

  private store(): Promise<Store> {
    return (this.opening ??= openStore().catch(() => inMemory()));
  }
}

async function openStore(): Promise<Store> {
  const { openDB } = await import('idb');
  const database = await openDB<Rooms>('qinglan', 1, {
    upgrade(made) {
      made.createObjectStore('waiting', { autoIncrement: true }).createIndex('shelf', 'shelf');
      made.createObjectStore('kept');
    },
  });
  return inDatabase(database);
}

/** Writes commit by themselves at once: a page that is closed the moment after does not take them with it. */
function inDatabase(database: IDBPDatabase<Rooms>): Store {
  return {
    async push(shelf, value) {
      const transaction = database.transaction('waiting', 'readwrite');
      const added = transaction.store.add({ shelf, value });
      transaction.commit();
      const [number] = await Promise.all([added, transaction.done]);
      return number;
    },
    async all(shelf) {
      const index = database.transaction('waiting').store.index('shelf');
      const found: Waiting<unknown>[] = [];
      for await (const cursor of index.iterate(shelf))
        found.push({ number: cursor.primaryKey, value: cursor.value.value });
      return found;
    },
    shelves: async () => (await database.getAll('waiting')).map(({ shelf }) => shelf),
    async drop(numbers) {
      const transaction = database.transaction('waiting', 'readwrite');
      await Promise.all([...numbers.map((number) => transaction.store.delete(number)), transaction.done]);
    },
    async keep(name, value) {
      const transaction = database.transaction('kept', 'readwrite');
      const written = transaction.store.put(value, name);
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
    kept: (name) => database.get('kept', name),
    forget: (name) => database.delete('kept', name),
  };
}

function inMemory(): Store {
  let last = 0;
  const shelved = new Map<number, Shelved>();
  const things = new Map<string, unknown>();
  return {
    async push(shelf, value) {
      shelved.set((last += 1), { shelf, value });
      return last;
    },
    async all(shelf) {
      const found = [...shelved].filter(([, one]) => one.shelf === shelf);
      return found.map(([number, { value }]) => ({ number, value }));
    },
    shelves: async () => [...shelved.values()].map(({ shelf }) => shelf),
    drop: async (numbers) => numbers.forEach((number) => shelved.delete(number)),
    keep: async (name, value) => void things.set(name, value),
    kept: async (name) => things.get(name),
    forget: async (name) => void things.delete(name),
  };
}
