import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger, Ticker } from '@qinglan/api-platform';
import { FoldTallies } from './fold-tallies';

const everyMs = 15_000;

/** Folds as time passes, so that an answer has few changes to add. */
@Injectable()
export class TallyTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(folding: FoldTallies, @Inject(LOGGER) log: Logger) {
    this.ticker = new Ticker(
      { everyMs, act: () => folding.execute(), failed: 'tallies of lessons were not folded' },
      log,
    );
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
