import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger, Ticker } from '@qinglan/api-platform';
import { DropOldExports } from './drop-old-exports';

const everyMs = 3_600_000;
const failed = 'old files of rows were not removed';

/** Removes old files as time passes. */
@Injectable()
export class ExportTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(dropping: DropOldExports, @Inject(LOGGER) log: Logger) {
    this.ticker = new Ticker({ everyMs, act: () => dropping.execute(), failed }, log);
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
