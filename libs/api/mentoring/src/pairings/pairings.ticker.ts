import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger, type Note, Outbox, Ticker } from '@qinglan/api-platform';
import { timetableChanged } from '@qinglan/contracts';
import { CreditLessons } from './credit-lessons';
import { RenewShares } from './renew-shares';

const renewMs = 15_000;
const sweepMs = 3_600_000;
const failed = 'pairings were not brought up to date';

/** Counts verified lessons as soon as they are, and keeps what is due in step with the terms. */
@Injectable()
export class PairingsTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tickers: readonly Ticker[];
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly outbox: Outbox,
    private readonly lessons: CreditLessons,
    shares: RenewShares,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.tickers = [
      new Ticker({ everyMs: renewMs, act: () => shares.execute(), failed }, log),
      new Ticker({ everyMs: sweepMs, act: () => lessons.sweep(), failed }, log),
    ];
  }

  onApplicationBootstrap(): void {
    this.outbox.carry('timetable.changed', (note) => this.hear(note));
    this.tickers.forEach((ticker) => ticker.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.tickers.map((ticker) => ticker.stop()));
    await Promise.all(this.underWay);
  }

  private hear(note: Note): void {
    const changed = timetableChanged.body.safeParse(note.body);
    if (changed.success && changed.data.act === 'verified') this.follow(this.lessons.execute(changed.data.lessonIds));
  }

  private follow(work: Promise<unknown>): void {
    const watched = work
      .catch((err: unknown) => this.log.error({ err }, failed))
      .finally(() => this.underWay.delete(watched));
    this.underWay.add(watched);
  }
}
