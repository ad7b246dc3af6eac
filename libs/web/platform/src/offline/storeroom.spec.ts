import { beforeEach, describe, expect, it, jest } from '@jest/globals';

const never = new Promise<never>(() => undefined);

/** The database of a page that is closed once it has asked to write: it hears no answer, and keeps what it committed. */
class DatabaseOfLeavingPage {
  readonly kept: unknown[] = [];
  private readonly asking = Promise.withResolvers<true>();

  transaction() {
    const written: unknown[] = [];
    const write = async (value: unknown) => {
      written.push(value);
      this.asking.resolve(true);
      return never;
    };
    const commit = () => this.kept.push(...written);
    return { store: { add: write, put: write }, commit, done: never };
  }

  /** The moment after the page has asked: whatever it does without an answer, it has done. */
  async isLeft(): Promise<void> {
    await this.asking.promise;
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

let database: DatabaseOfLeavingPage;
jest.unstable_mockModule('idb', () => ({ openDB: async () => Promise.resolve(database) }));
const { Storeroom } = await import('./storeroom');

describe('what a page wrote just before it was closed', () => {
  beforeEach(() => {
    database = new DatabaseOfLeavingPage();
  });

  it('waits on its shelf', async () => {
    void new Storeroom().push('observation', 'a remark');
    await database.isLeft();
    expect(database.kept).toEqual([{ shelf: 'observation', value: 'a remark' }]);
  });

  it('is kept under its name', async () => {
    void new Storeroom().keep('week', 'what was seen');
    await database.isLeft();
    expect(database.kept).toEqual(['what was seen']);
  });
});
