import { Temporal } from '@qinglan/domain';
import pg from 'pg';
import { Refused } from './refused';

/** A statement with a name: Postgres plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, string>();

/** Declares a statement; two texts under one name are a mistake and refuse to start. */
export function statement(name: string, text: string): Statement {
  if (known.has(name) && known.get(name) !== text) throw new Error(`two statements are named ${name}`);
  known.set(name, text);
  return { name, text };
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

const types = new pg.TypeOverrides();
types.setTypeParser(TIMESTAMPTZ, (text: string) => Temporal.Instant.from(text));
types.setTypeParser(DATE, (text: string) => text);
types.setTypeParser(BIGINT, (text: string) => Number(text));

/** What Postgres says when it is not there, is starting or is going down. */
const away = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', '53300']);
const broken = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  // A machine that is switched off or a network that is cut, where the database is on another one.
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN'],
]);
const brokenWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed/;

/** The SQLSTATE or system code of a driver's error, or an empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The constraint that an error of Postgres names, or an empty text. */
export const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';

/** Whether an error means that the database is not to be reached now. */
export const isDatabaseAway = (error: unknown): boolean =>
  away.has(codeOf(error)) || broken.has(codeOf(error)) || (error instanceof Error && brokenWords.test(error.message));

const translate = (error: unknown): unknown =>
  isDatabaseAway(error) ? new Refused('database-away', { retryAfterSeconds: 2, cause: error }) : error;

/** The pool of connections. It outlives a restart of the database: broken connections are replaced when next asked for. */
export class Database {
  private readonly pool: pg.Pool;

  constructor(url: string, size: number) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: size,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 30_000,
      types,
      options:
        '-c TimeZone=UTC -c statement_timeout=20000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000',
      application_name: 'qinglan',
    });
    // Without a listener a database restart would end the process.
    this.pool.on('error', () => undefined);
  }

  /** Lends one connection for the length of `use`. `pool.query` would throw the connection away on every SQL error. */
  async lend<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw translate(error);
    });
    let isBroken = false;
    const drop = () => (isBroken = true);
    client.on('error', drop);
    try {
      return await use(client);
    } catch (error) {
      isBroken ||= isDatabaseAway(error);
      throw translate(error);
    } finally {
      client.off('error', drop);
      client.release(isBroken);
    }
  }

  /** How many connections are open and how many callers wait. */
  load(): { readonly open: number; readonly waiting: number } {
    return { open: this.pool.totalCount, waiting: this.pool.waitingCount };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
