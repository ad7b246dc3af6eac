import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { PgBoss } from 'pg-boss';
import { LOGGER } from './logging';
import { asRefused } from './problem.filter';
import { type Settings, SETTINGS } from './settings';
import { Transactions, type Tx } from './transactions';

/** One kind of long work: how one piece of it is run, and which pieces were begun and have not come to an end. */
export interface JobKind {
  readonly name: string;
  /**
   * May be called again after a crash, and on two nodes at once: it takes its own lock and goes on where it was. Once
   * `leaving` is aborted the server stops: the work ends at its next step and is taken up again later.
   */
  readonly run: (id: string, leaving: AbortSignal) => Promise<void>;
  readonly unfinished: () => Promise<readonly string[]>;
}

const SWEEP_MS = 60_000;
const HOUR_S = 3600;
const SHUTDOWN_MS = 8000;

/**
 * Long work in the background, carried by pg-boss in its own schema of the same database. What is asked for in a
 * transaction is queued with it, so that neither is there without the other. The queue only carries ids: where a piece of
 * work stands is kept by its feature, which is asked for unfinished pieces at the start and once a minute.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly kinds = new Map<string, JobKind>();
  private starting: Promise<PgBoss> | null = null;
  private sweep: NodeJS.Timeout | null = null;
  private readonly workers = new Map<string, string>();
  private readonly leaving = new AbortController();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly transactions: Transactions,
  ) {}

  /** Says how a kind of work is done; called by its feature when the application starts. */
  define(kind: JobKind): void {
    if (this.starting) throw new Error(`the queue began without ${kind.name}`);
    this.kinds.set(kind.name, kind);
  }

  /** Queues a piece of work in the transaction that asks for it. */
  async add(tx: Tx, name: string, id: string): Promise<void> {
    const boss = await this.started();
    await boss.send(name, { id }, { db: tx.forQueue() });
    tx.afterCommit(() => boss.notifyWorker(this.workers.get(name) ?? ''));
  }

  /** For whoever serves: works off what is queued, and what a crash left behind. A command does neither. */
  async serve(): Promise<void> {
    await this.started();
    await this.resume();
  }

  async onApplicationShutdown(): Promise<void> {
    this.leaving.abort();
    if (this.sweep) clearInterval(this.sweep);
    const boss = await this.starting?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: SHUTDOWN_MS });
  }

  private started(): Promise<PgBoss> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.settings.databaseUrl,
      max: 2,
      application_name: 'qinglan-jobs',
      schedule: false,
      registerInstance: false,
      openTelemetry: { enabled: false },
    });
    boss.on('error', (error) => this.report(error));
    await boss.start();
    for (const kind of this.kinds.values()) await this.work(boss, kind);
    this.sweep = setInterval(() => void this.resume(), SWEEP_MS).unref();
    return boss;
  }

  private async work(boss: PgBoss, { name, run }: JobKind): Promise<void> {
    await boss.createQueue(name, { retryLimit: 3, retryDelay: 2, expireInSeconds: HOUR_S });
    const worker = await boss.work<{ readonly id: string }>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
      if (job) await run(job.data.id, this.leaving.signal);
    });
    this.workers.set(name, worker);
  }

  /** Queues again what is unfinished; a piece that runs already finds its lock taken and does nothing. */
  private async resume(): Promise<void> {
    try {
      for (const { name, unfinished } of this.kinds.values()) {
        for (const id of await unfinished()) await this.transactions.write((tx) => this.add(tx, name, id));
      }
    } catch (error) {
      this.report(error);
    }
  }

  /** The database being away is no news: the next poll tries again. */
  private report(error: unknown): void {
    if (asRefused(error).kind !== 'database-away') this.logger.error({ err: error }, 'a job failed');
  }
}
