import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER } from '@qinglan/api-platform';
import { ExpireProposals } from './expire-proposals';

const everyMs = 15_000;

/** The part of the logger that is needed here. */
interface ErrorLog {
  error(about: object, message: string): void;
}

/** Lets proposals run out as time passes. */
@Injectable()
export class SchedulingTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    private readonly expiring: ExpireProposals,
    @Inject(LOGGER) private readonly log: ErrorLog,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.ticking;
  }

  private tick(): void {
    // A slow sweep is not overtaken by the next one.
    this.ticking ??= this.expiring
      .execute()
      .then(() => undefined)
      .catch((err: unknown) => this.log.error({ err }, 'proposals could not expire'))
      .finally(() => (this.ticking = null));
  }
}
