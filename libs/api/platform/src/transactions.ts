import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { codeOf, Database, type Statement } from './database';
import { Refused } from './refused';

type Values = readonly unknown[];

/** Lets its holder read. */
export class Read {
  constructor(protected readonly client: pg.PoolClient) {}

  /** All rows. */
  async rows<Row>(asked: Statement, values: Values = []): Promise<readonly Row[]> {
    const result = await this.client.query({ ...asked, values: [...values] });
    return result.rows as Row[];
  }

  /** The first row, or null. */
  async row<Row>(asked: Statement, values: Values = []): Promise<Row | null> {
    return (await this.rows<Row>(asked, values))[0] ?? null;
  }

  /** The text in the first column of the first row: JSON that Postgres built, to be passed through. */
  async text(asked: Statement, values: Values = []): Promise<string | null> {
    const result = await this.client.query<unknown[]>({ ...asked, values: [...values], rowMode: 'array' });
    const first = result.rows[0]?.[0];
    return typeof first === 'string' ? first : null;
  }

  /** All rows of one walk, so many at a time: for more of them than are held at once. Only inside a transaction. */
  async *batches<Row>(asked: Statement, values: Values, size: number): AsyncGenerator<readonly Row[]> {
    await this.client.query(`DECLARE batches NO SCROLL CURSOR FOR ${asked.text}`, [...values]);
    for (;;) {
      const { rows } = await this.client.query(`FETCH ${String(size)} FROM batches`);
      if (rows.length > 0) yield rows as Row[];
      if (rows.length < size) break;
    }
    await this.client.query('CLOSE batches');
  }
}

/** Lets its holder write, inside one transaction. */
export class Tx extends Read {
  private readonly afterwards: (() => void)[] = [];

  /** How many rows a statement touched. */
  async run(asked: Statement, values: Values = []): Promise<number> {
    const result = await this.client.query({ ...asked, values: [...values] });
    return result.rowCount ?? 0;
  }

  /** Is called once, after the commit, and must not fail. */
  afterCommit(act: () => void): void {
    this.afterwards.push(act);
  }

  /** For the queue of jobs only, which writes its own SQL into this transaction. */
  forQueue(): { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } {
    return { executeSql: async (text, values) => this.client.query(text, values) };
  }

  /** For Transactions only: the acts to call after the commit. */
  committed(): readonly (() => void)[] {
    return this.afterwards;
  }
}

const RETRIES = 3;
const STILL = 'BEGIN ISOLATION LEVEL REPEATABLE READ';
const LONG = ['SET LOCAL statement_timeout = 600000', 'SET LOCAL idle_in_transaction_session_timeout = 600000'];
/** Serialization failure and deadlock: worth another try, in a new transaction. */
const isWorthRetrying = (error: unknown) => ['40001', '40P01'].includes(codeOf(error));

/** Waited for a lock as long as a request may: a crowd at one teacher's door, not a fault. */
const isLockTimeout = (error: unknown) => codeOf(error) === '55P03';

/** Opens transactions; only use cases call it, and none inside another. */
@Injectable()
export class Transactions {
  constructor(private readonly database: Database) {}

  /** Reads on one connection, each statement seeing what is committed then. */
  read<T>(use: (read: Read) => Promise<T>): Promise<T> {
    return this.database.lend((client) => use(new Read(client)));
  }

  /** Reads in one transaction of which every statement sees the same moment, whatever others commit meanwhile. */
  still<T>(use: (read: Read) => Promise<T>): Promise<T> {
    return this.once(use, `${STILL} READ ONLY`);
  }

  /** The same for long work: statements may take ten minutes, and what is read is walked through to its end. */
  stillLong<T>(use: (read: Read) => Promise<T>): Promise<T> {
    return this.once(use, [`${STILL} READ ONLY`, ...LONG, 'SET LOCAL cursor_tuple_fraction = 1'].join('; '));
  }

  /**
   * Writes in one transaction that sees the database as it was at its first statement, whatever others commit meanwhile.
   * For long work: statements may take ten minutes. It is not tried again; what it updates nobody else may have changed.
   */
  snapshot<T>(use: (tx: Tx) => Promise<T>): Promise<T> {
    // Tables that are filled within it are small when a plan is kept and large when it is used: each statement is planned anew.
    return this.once(use, [STILL, ...LONG, 'SET LOCAL plan_cache_mode = force_custom_plan'].join('; '));
  }

  /**
   * Holds a lock of this name for as long as `use` runs, on a connection of its own; the lock goes when the process does.
   * Null where another holds it for longer than a request may wait.
   */
  async locked<T>(name: string, use: () => Promise<T>): Promise<T | null> {
    return this.database.lend(async (client) => {
      try {
        await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
      } catch (error) {
        if (isLockTimeout(error)) return null;
        throw error;
      }
      try {
        return await use();
      } finally {
        // Where the connection is gone, so is the lock.
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined);
      }
    });
  }

  /** Writes in one transaction, at most four times where Postgres reports a deadlock or a serialization failure. */
  write<T>(use: (tx: Tx) => Promise<T>): Promise<T> {
    return this.tried(use, 'BEGIN');
  }

  /** The same, and every statement sees the same moment; tried again where somebody changed meanwhile what it locks. */
  writeStill<T>(use: (tx: Tx) => Promise<T>): Promise<T> {
    return this.tried(use, STILL);
  }

  private async tried<T>(use: (tx: Tx) => Promise<T>, begin: string): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.once(use, begin);
      } catch (error) {
        if (isLockTimeout(error)) throw new Refused('too-fast', { retryAfterSeconds: 1, cause: error });
        if (!isWorthRetrying(error)) throw error;
        if (tries === RETRIES) throw new Refused('too-fast', { retryAfterSeconds: 1, cause: error });
      }
    }
  }

  private once<T>(use: (tx: Tx) => Promise<T>, begin = 'BEGIN'): Promise<T> {
    return this.database.lend(async (client) => {
      const tx = new Tx(client);
      await client.query(begin);
      try {
        const value = await use(tx);
        // Postgres answers the commit of a failed transaction with a rollback and no error: an acknowledgement would lie.
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT')
          throw new Error(`a statement failed unnoticed and the transaction ended in ${command}`);
        tx.committed().forEach((act) => act());
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }
}
