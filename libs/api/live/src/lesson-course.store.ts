import { Injectable } from '@nestjs/common';
import { type Happening, History, Outbox, statement, type Tx } from '@qinglan/api-platform';
import { type LessonFacts, LessonQueries } from '@qinglan/api-scheduling';
import type { LessonId, LessonState, PersonId, Temporal } from '@qinglan/domain';
import { RoomLog } from './room-log.store';

// The lesson's row is what everything that happens in its room waits for.
const lock = statement('live-lesson-lock', 'SELECT id FROM lesson WHERE id = $1 FOR NO KEY UPDATE');
const lockFree = statement(
  'live-lesson-lock-free',
  'SELECT id FROM lesson WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED',
);
const move = statement(
  'live-lesson-move',
  `UPDATE lesson SET state = $2, version = version + 1, effective_minutes = coalesce($4, effective_minutes)
   WHERE id = $1 AND state = $3`,
);

/** Who or what moves a lesson on: null is the course of events itself. */
export interface Moved {
  readonly at: Temporal.Instant;
  readonly actorId: PersonId | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Where a lesson goes, and who moves it. */
export interface Course {
  readonly states: readonly LessonState[];
  readonly by: Moved;
  /** Of a lesson whose time is over: from then on the record and every report say these. */
  readonly effectiveMinutes?: number;
}

const happenings = (lesson: LessonFacts, { states, by }: Course): readonly Happening[] =>
  states.map((state, index) => ({
    subjectId: lesson.lessonId,
    act: `lesson.${state}`,
    detail: { before: { state: states[index - 1] ?? lesson.state }, after: { state }, ...by.detail },
  }));

/** The states of a lesson from its start to its verification; what comes before is agreed, not observed. */
@Injectable()
export class LessonCourse {
  constructor(
    private readonly lessons: LessonQueries,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly log: RoomLog,
  ) {}

  /** Locks a lesson and reads it as it is then. */
  async lock(tx: Tx, lessonId: LessonId): Promise<LessonFacts | null> {
    await tx.run(lock, [lessonId]);
    return this.lessons.facts(tx, lessonId);
  }

  /** The same, but null where somebody else has it in hand. */
  async lockFree(tx: Tx, lessonId: LessonId): Promise<LessonFacts | null> {
    return (await tx.run(lockFree, [lessonId])) > 0 ? this.lessons.facts(tx, lessonId) : null;
  }

  /** Moves a locked lesson through states, each of them a line of its history; both schools and the room hear of the last. */
  async move(tx: Tx, lesson: LessonFacts, { states, by, effectiveMinutes }: Course): Promise<void> {
    const state = states.at(-1);
    if (!state) return;
    const { lessonId } = lesson;
    await tx.run(move, [lessonId, state, lesson.state, effectiveMinutes ?? null]);
    await this.history.add(tx, by, happenings(lesson, { states, by }));
    await this.log.append(tx, lessonId, { at: by.at, changes: [{ of: 'lesson', lessonState: state }] });
    await this.tell(tx, lesson, state === 'live' ? 'started' : state);
  }

  /** Both schools hear that something happened to the lesson. */
  async tell(tx: Tx, { lessonId, proposalId, ...schools }: LessonFacts, act: string): Promise<void> {
    const schoolIds = [schools.presentingSchoolId, schools.receivingSchoolId];
    await this.outbox.add(tx, {
      type: 'timetable.changed',
      body: { lessonIds: [lessonId], proposalId, schoolIds, act },
    });
  }
}
