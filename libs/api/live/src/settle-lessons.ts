import { Injectable } from '@nestjs/common';
import { Clock, statement, Transactions, type Tx } from '@qinglan/api-platform';
import { type LessonFacts, slotOf } from '@qinglan/api-scheduling';
import { decideLessonEnd, type LessonId, type Temporal } from '@qinglan/domain';
import { attendance } from './attendance';
import { LessonCourse } from './lesson-course.store';
import { PresenceStore } from './presence.store';

const BATCH = 100;
// An agreement written down or accepted after the lesson has no presence to judge by; it stays agreed.
const due = statement(
  'live-lessons-due',
  `SELECT l.id FROM lesson l JOIN proposal p ON p.id = l.proposal_id
   WHERE l.state IN ('confirmed', 'live') AND l.ends_at <= $1 AND p.proposed_at < l.ends_at
     AND NOT EXISTS (
       SELECT FROM history h WHERE h.subject_id = l.id AND h.act = 'lesson.confirmed' AND h.at >= l.ends_at)
   ORDER BY l.ends_at, l.id LIMIT ${String(BATCH)}`,
);

/**
 * Says how each lesson went whose time is over: ended, interrupted or missed. Run twice, or by two servers at once, it
 * settles each lesson once: whoever holds the lesson's lock settles it, the other passes it by.
 */
@Injectable()
export class SettleLessons {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly course: LessonCourse,
    private readonly presence: PresenceStore,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    for (let settled = BATCH; settled === BATCH;) settled = await this.settleBatch(now);
  }

  /** How many of a batch were settled; less than a full one when nothing is left, or left to somebody else. */
  private async settleBatch(now: Temporal.Instant): Promise<number> {
    const lessons = await this.transactions.read((read) => read.rows<{ id: LessonId }>(due, [now.toString()]));
    let settled = 0;
    for (const { id } of lessons) settled += (await this.transactions.write((tx) => this.settle(tx, id, now))) ? 1 : 0;
    return settled;
  }

  private async settle(tx: Tx, lessonId: LessonId, now: Temporal.Instant): Promise<boolean> {
    const lesson = await this.course.lockFree(tx, lessonId);
    const outcome = lesson && decideLessonEnd(await this.factsOf(tx, lesson, now));
    if (!lesson || !outcome?.ok) return false;
    const { steps, effectiveMinutes } = outcome.value;
    const by = { at: now, actorId: null, detail: { effectiveMinutes } };
    await this.course.move(tx, lesson, { states: steps, by, effectiveMinutes });
    return true;
  }

  private async factsOf(tx: Tx, lesson: LessonFacts, now: Temporal.Instant) {
    const ends = attendance(lesson, await this.presence.intervals(tx, lesson.lessonId), now);
    return { state: lesson.state, slot: slotOf(lesson), now, ...ends };
  }
}
