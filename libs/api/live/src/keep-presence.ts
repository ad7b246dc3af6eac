import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { type LessonFacts, slotOf } from '@qinglan/api-scheduling';
import { decideArrival, decideLessonStart, isRoomOpen, type Temporal } from '@qinglan/domain';
import { LessonCourse } from './lesson-course.store';
import { PresenceStore, type Place, type StoredInterval } from './presence.store';
import { RoomLog } from './room-log.store';

/** A classroom shows itself, by entering or by a beat: its interval goes on, is joined again, or begins. */
@Injectable()
export class KeepPresence {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly course: LessonCourse,
    private readonly presence: PresenceStore,
    private readonly log: RoomLog,
  ) {}

  async execute(place: Place): Promise<void> {
    const now = this.clock.now();
    const isThere = await this.transactions.write((tx) => this.presence.touch(tx, place, now));
    if (!isThere) await this.transactions.write((tx) => this.arrive(tx, place, now));
  }

  private async arrive(tx: Tx, place: Place, now: Temporal.Instant): Promise<void> {
    const lesson = orNotFound(await this.course.lock(tx, place.lessonId));
    if (!isRoomOpen(lesson.state, slotOf(lesson), now)) throw new Refused('room-closed');
    const last = await this.presence.last(tx, place);
    const since = await this.settle(tx, { place, last, now });
    if (since) {
      const change = {
        of: 'classroom' as const,
        classroomId: place.classroomId,
        connected: true,
        since: since.toString(),
      };
      await this.log.append(tx, place.lessonId, { at: now, changes: [change] });
    }
    await this.startWhenBothAreThere(tx, lesson, now);
  }

  /** Since when it is there, as the room is told; null where it never went. */
  private async settle(
    tx: Tx,
    { place, last, now }: { place: Place; last: StoredInterval | null; now: Temporal.Instant },
  ): Promise<Temporal.Instant | null> {
    const arrival = decideArrival(last, now);
    if (arrival === 'begins') {
      // Left open by a server that crashed, and too long ago to be joined.
      await this.presence.close(tx, place, null);
      await this.presence.begin(tx, place, now);
      return now;
    }
    if (!last) return null;
    await this.presence.rejoin(tx, last, now);
    return arrival === 'rejoins' ? last.openedAt : null;
  }

  private async startWhenBothAreThere(tx: Tx, lesson: LessonFacts, now: Temporal.Instant): Promise<void> {
    const there = await this.presence.connected(tx, lesson.lessonId);
    const start = decideLessonStart({
      state: lesson.state,
      slot: slotOf(lesson),
      hasPresenting: there.has(lesson.presentingClassroomId),
      hasReceiving: there.has(lesson.receivingClassroomId),
      now,
    });
    if (start.ok) await this.course.move(tx, lesson, { states: [start.value], by: { at: now, actorId: null } });
  }
}
