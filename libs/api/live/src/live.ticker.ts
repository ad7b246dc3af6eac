import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOGGER, type Logger, Ticker } from '@qinglan/api-platform';
import { CloseSilent } from './close-silent';
import { PruneRooms } from './prune-rooms';
import { SettleLessons } from './settle-lessons';

const everyMs = 5000;
const ticksAnHour = 720;

/** What happens because time passes: silence, the end of lessons, forgetting. */
@Injectable()
export class LiveTicker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly ticker: Ticker;
  private ticks = 0;

  constructor(
    @Inject(LOGGER) log: Logger,
    private readonly closeSilent: CloseSilent,
    private readonly settleLessons: SettleLessons,
    private readonly pruneRooms: PruneRooms,
  ) {
    this.ticker = new Ticker({ everyMs, act: () => this.tick(), failed: 'live tick' }, log);
  }

  onApplicationBootstrap(): void {
    // The first tick comes late enough for classrooms to return after a restart.
    this.ticker.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.ticker.stop();
  }

  private async tick(): Promise<void> {
    this.ticks += 1;
    await this.closeSilent.execute();
    await this.settleLessons.execute();
    if (this.ticks % ticksAnHour === 1) await this.pruneRooms.execute();
  }
}
