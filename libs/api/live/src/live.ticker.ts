import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { asRefused, LOGGER, type Logger } from '@qinglan/api-platform';
import { CloseSilent } from './close-silent';
import { PruneRooms } from './prune-rooms';
import { SettleLessons } from './settle-lessons';

const TICK_MS = 5000;
const TICKS_AN_HOUR = 720;

/** What happens because time passes: silence, the end of lessons, forgetting. */
@Injectable()
export class LiveTicker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;
  private ticks = 0;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly closeSilent: CloseSilent,
    private readonly settleLessons: SettleLessons,
    private readonly pruneRooms: PruneRooms,
  ) {}

  onApplicationBootstrap(): void {
    // The first tick comes late enough for classrooms to return after a restart.
    this.timer = setInterval(() => this.wake(), TICK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.ticking;
  }

  private wake(): void {
    this.ticking ??= this.tick()
      .catch((error: unknown) => this.report(error))
      .finally(() => (this.ticking = null));
  }

  private async tick(): Promise<void> {
    this.ticks += 1;
    await this.closeSilent.execute();
    await this.settleLessons.execute();
    if (this.ticks % TICKS_AN_HOUR === 1) await this.pruneRooms.execute();
  }

  /** The database being away is no news; the next tick tries again. */
  private report(error: unknown): void {
    if (asRefused(error).kind !== 'database-away') this.logger.error({ err: error }, 'live tick');
  }
}
