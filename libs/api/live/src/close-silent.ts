import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import { slotOf } from '@qinglan/api-scheduling';
import type { Temporal } from '@qinglan/domain';
import { LessonCourse } from './lesson-course.store';
import { PresenceStore, type Place } from './presence.store';
import { RoomLog } from './room-log.store';

/**
 * Closes the intervals of classrooms not heard of for 75 s, and of rooms that are over, at the last moment they were known
 * to be there. What a crash left open is closed by the same rule; whoever returns within the grace joins it again.
 */
@Injectable()
export class CloseSilent {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly course: LessonCourse,
    private readonly presence: PresenceStore,
    private readonly log: RoomLog,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const overdue = await this.transactions.read((read) => this.presence.overdue(read, now));
    for (const place of overdue) await this.close(place, now);
  }

  private close(place: Place, now: Temporal.Instant): Promise<void> {
    return this.transactions.write(async (tx) => {
      const lesson = await this.course.lock(tx, place.lessonId);
      const closedAt = lesson && (await this.presence.closeOverdue(tx, place, { now, slot: slotOf(lesson) }));
      if (!closedAt) return;
      const { classroomId } = place;
      const change = { of: 'classroom' as const, classroomId, connected: false, since: closedAt.toString() };
      await this.log.append(tx, place.lessonId, { at: now, changes: [change] });
    });
  }
}
