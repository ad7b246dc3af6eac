import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger, Ticker } from '@qinglan/api-platform';
import { ExpireProposals } from './expire-proposals';

const everyMs = 15_000;

/** Lets proposals run out as time passes. */
@Injectable()
export class SchedulingTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(expiring: ExpireProposals, @Inject(LOGGER) log: Logger) {
    this.ticker = new Ticker({ everyMs, act: () => expiring.execute(), failed: 'proposals could not expire' }, log);
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
