import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Note, Outbox } from '@qinglan/api-platform';
import { timetableChanged } from '@qinglan/contracts';
import { CreditLessons } from './credit-lessons';
import { RenewShares } from './renew-shares';

const renewMs = 15_000;
const sweepMs = 3_600_000;

/** The part of the logger that is needed here. */
interface ErrorLog {
  error(about: object, message: string): void;
}

/** Counts verified lessons as soon as they are, and keeps what is due in step with the terms. */
@Injectable()
export class PairingsTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Set<Promise<unknown>>();
  private isRenewing = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly lessons: CreditLessons,
    private readonly shares: RenewShares,
    @Inject(LOGGER) private readonly log: ErrorLog,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.carry('timetable.changed', (note) => this.hear(note));
    this.timers.push(setInterval(() => this.renew(), renewMs).unref());
    this.timers.push(setInterval(() => this.follow(this.lessons.sweep()), sweepMs).unref());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.underWay);
  }

  private hear(note: Note): void {
    const changed = timetableChanged.body.safeParse(note.body);
    if (changed.success && changed.data.act === 'verified') this.follow(this.lessons.execute(changed.data.lessonIds));
  }

  /** A slow sweep is not overtaken by the next one. */
  private renew(): void {
    if (this.isRenewing) return;
    this.isRenewing = true;
    this.follow(this.shares.execute().finally(() => (this.isRenewing = false)));
  }

  private follow(work: Promise<unknown>): void {
    const watched = work
      .catch((err: unknown) => this.log.error({ err }, 'pairings were not brought up to date'))
      .finally(() => this.underWay.delete(watched));
    this.underWay.add(watched);
  }
}
