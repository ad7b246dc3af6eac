import type { Logger } from 'pino';
import { asRefused } from './problem.filter';

/** What is done as time passes: how often, and what the log says where it fails. */
export interface Ticking {
  readonly everyMs: number;
  readonly act: () => Promise<unknown>;
  readonly failed: string;
}

/**
 * Does something again and again between `start` and `stop`. A slow run is never overtaken by the next one, and `stop` waits
 * for the run under way. A failure is logged once, and again only after a run that went well; the database being away is no
 * news, the next run tries again.
 */
export class Ticker {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isFailing = false;

  constructor(
    private readonly what: Ticking,
    private readonly log: Pick<Logger, 'error'>,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => this.wake(), this.what.everyMs).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** Runs now, unless it runs already. */
  wake(): void {
    this.running ??= this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    try {
      await this.what.act();
      this.isFailing = false;
    } catch (err) {
      this.report(err);
    }
  }

  private report(err: unknown): void {
    if (asRefused(err).kind === 'database-away' || this.isFailing) return;
    this.isFailing = true;
    this.log.error({ err }, this.what.failed);
  }
}
