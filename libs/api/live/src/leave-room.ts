import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '@qinglan/api-platform';
import type { Temporal } from '@qinglan/domain';
import { LessonCourse } from './lesson-course.store';
import { PresenceStore, type Place } from './presence.store';
import { RoomLog } from './room-log.store';
import { Seats } from './seats';

/** How a classroom was lost: with a goodbye or a broken link now, or in silence some time after its last beat. */
export type Leaving = 'now' | 'some-time-ago';

/** A classroom's last tab is gone: its interval closes, and the room sees it at once. */
@Injectable()
export class LeaveRoom {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly seats: Seats,
    private readonly course: LessonCourse,
    private readonly presence: PresenceStore,
    private readonly log: RoomLog,
  ) {}

  execute(place: Place, leaving: Leaving): Promise<void> {
    return this.transactions.write((tx) => this.depart(tx, place, leaving));
  }

  private async depart(tx: Tx, place: Place, leaving: Leaving): Promise<void> {
    await this.course.lock(tx, place.lessonId);
    const now = this.clock.now();
    const closedAt = await this.presence.close(tx, place, leaving === 'now' ? now : null);
    // Another tab may have come meanwhile; it is asked only here, where a beat of that tab would wait for this row.
    if (this.seats.isTaken(place)) return this.stay(tx, place, now);
    if (!closedAt) return;
    const change = {
      of: 'classroom' as const,
      classroomId: place.classroomId,
      connected: false,
      since: closedAt.toString(),
    };
    await this.log.append(tx, place.lessonId, { at: now, changes: [change] });
  }

  private async stay(tx: Tx, place: Place, now: Temporal.Instant): Promise<void> {
    const last = await this.presence.last(tx, place);
    if (last) await this.presence.rejoin(tx, last, now);
  }
}
