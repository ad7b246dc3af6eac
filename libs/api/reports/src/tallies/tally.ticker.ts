import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER } from '@qinglan/api-platform';
import { FoldTallies } from './fold-tallies';

const everyMs = 15_000;

/** The part of the logger that is needed here. */
interface ErrorLog {
  error(about: object, message: string): void;
}

/** Folds as time passes, so that an answer has few changes to add. */
@Injectable()
export class TallyTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    private readonly folding: FoldTallies,
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
    this.ticking ??= this.folding
      .execute()
      .then(() => undefined)
      .catch((err: unknown) => this.log.error({ err }, 'tallies of lessons were not folded'))
      .finally(() => (this.ticking = null));
  }
}
