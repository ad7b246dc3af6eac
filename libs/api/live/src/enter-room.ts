import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import { type LessonFacts, LessonQueries, lessonSubject, slotOf } from '@qinglan/api-scheduling';
import { type Actor, type ClassroomId, isRoomOpen, type LessonId, mayEnterRoom, type SchoolId } from '@qinglan/domain';
import { type Position, RoomQueries, type Whereabouts } from './room.queries';
import { TakeSeat } from './take-seat';

/** The school at whose end a classroom takes part; 404 for a classroom that takes no part. */
export function schoolOf(lesson: LessonFacts, classroomId: ClassroomId): SchoolId {
  if (classroomId === lesson.presentingClassroomId) return lesson.presentingSchoolId;
  if (classroomId === lesson.receivingClassroomId) return lesson.receivingSchoolId;
  throw new Refused('not-found');
}

/** A tab at the door; `join` lets it hear the room. */
export interface Visitor {
  readonly actor: Actor;
  readonly socketId: string;
  join(): unknown;
}

/** What it wants: to sit as a classroom, or to watch. */
export interface Wish {
  readonly lessonId: LessonId;
  readonly classroomId: ClassroomId | null;
  readonly since: Position | null;
}

/** Somebody enters a lesson room. */
@Injectable()
export class EnterRoom {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lessons: LessonQueries,
    private readonly room: RoomQueries,
    private readonly takeSeat: TakeSeat,
  ) {}

  async execute(visitor: Visitor, wish: Wish): Promise<Whereabouts> {
    const lesson = await this.transactions.read((read) => this.lessons.facts(read, wish.lessonId));
    this.admit(visitor.actor, orNotFound(lesson), wish.classroomId);
    // Before looking, so that nothing falls between what is read and what is heard.
    visitor.join();
    await this.takeSeat.execute(visitor.socketId, wish);
    return this.transactions.read((read) => this.room.whereabouts(read, wish.lessonId, wish.since));
  }

  private admit(actor: Actor, lesson: LessonFacts, classroomId: ClassroomId | null): void {
    const subject = lessonSubject(lesson);
    allowOrHide(mayEnterRoom(actor, subject, { as: 'observer' }));
    if (classroomId) {
      const schoolId = schoolOf(lesson, classroomId);
      allowOrHide(mayEnterRoom(actor, subject, { as: 'classroom', schoolId }));
    }
    if (!isRoomOpen(lesson.state, slotOf(lesson), this.clock.now())) throw new Refused('room-closed');
  }
}
