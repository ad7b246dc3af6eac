import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger } from '@qinglan/api-platform';
import { DropOldExports } from './drop-old-exports';

const everyMs = 3_600_000;

/** Removes old files as time passes. */
@Injectable()
export class ExportTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    private readonly dropping: DropOldExports,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.ticking;
  }

  private tick(): void {
    this.ticking ??= this.dropping
      .execute()
      .then(() => undefined)
      .catch((err: unknown) => this.logger.error({ err }, 'old files of rows were not removed'))
      .finally(() => (this.ticking = null));
  }
}
