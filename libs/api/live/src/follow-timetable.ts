import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, LOGGER, type Logger, type Note, Outbox, statement, Transactions } from '@qinglan/api-platform';
import { timetableChanged } from '@qinglan/contracts';
import type { LessonId, LessonState } from '@qinglan/domain';
import { RoomLog } from './room-log.store';

const opened = statement(
  'live-rooms-opened',
  'SELECT l.id, l.state FROM lesson l JOIN room r ON r.lesson_id = l.id WHERE l.id = ANY ($1::uuid[]) ORDER BY l.id',
);

interface Opened {
  readonly id: LessonId;
  readonly state: LessonState;
}

/** Tells those who already sit in a lesson's room that the lesson was called off. */
@Injectable()
export class FollowTimetable implements OnApplicationBootstrap {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly log: RoomLog,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.carry('timetable.changed', (note) => void this.follow(note));
  }

  private async follow({ body }: Note): Promise<void> {
    const told = timetableChanged.body.safeParse(body);
    if (!told.success || told.data.act !== 'cancelled') return;
    await this.tell(told.data.lessonIds).catch((error: unknown) => this.logger.warn({ err: error }, 'room not told'));
  }

  private tell(lessonIds: readonly LessonId[]): Promise<void> {
    const at = this.clock.now();
    return this.transactions.write(async (tx) => {
      for (const { id, state } of await tx.rows<Opened>(opened, [lessonIds]))
        await this.log.append(tx, id, { at, changes: [{ of: 'lesson', lessonState: state }] });
    });
  }
}
