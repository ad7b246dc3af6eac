import { Injectable } from '@nestjs/common';
import { extendJson, allowOrHide, orNotFound, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  awaitsMakeUp,
  before,
  doorOf,
  isAllowed,
  isMakingUp,
  type LessonId,
  mayChangeLesson,
  mayEnterRoom,
  mayProposeLesson,
  maySeeLesson,
  type Temporal,
} from '@qinglan/domain';
import { lessonSubject, slotOf } from './lesson.facts';
import { LessonQueries, type OtherLesson, type ShownLesson } from './lesson.queries';

/** The classrooms that the actor may enter the room as. */
function classroomsOf(actor: Actor, lesson: ShownLesson) {
  const subject = lessonSubject(lesson);
  const ends = [
    {
      schoolId: lesson.presentingSchoolId,
      classroomId: lesson.presentingClassroomId,
      name: lesson.presentingClassroom,
    },
    { schoolId: lesson.receivingSchoolId, classroomId: lesson.receivingClassroomId, name: lesson.receivingClassroom },
  ];
  return ends
    .filter(({ schoolId }) => isAllowed(mayEnterRoom(actor, subject, { as: 'classroom', schoolId })))
    .map(({ classroomId, name }) => ({ classroomId, name }));
}

/** When it is, is told to who sees the one lesson; mentor and mentee of a teacher may not see the other. */
const told = (actor: Actor, other: OtherLesson) => ({
  ...{ id: other.id, startsAt: other.startsAt, state: other.state },
  maySee: isAllowed(maySeeLesson(actor, lessonSubject(other))),
});

/** The lesson it makes up, the one that makes it up, and whether the actor may propose such a one. */
function makeUpOf(actor: Actor, lesson: ShownLesson) {
  const { state, replaces, replacements } = lesson;
  const isLost = awaitsMakeUp({ state, replacements: replacements.map((other) => other.state) });
  const makingUp = replacements.find((other) => isMakingUp(other.state));
  return {
    mayMakeUp: isLost && isAllowed(mayProposeLesson(actor, lessonSubject(lesson))),
    replaces: replaces && told(actor, replaces),
    replacedBy: makingUp ? told(actor, makingUp) : null,
  };
}

/** Shows a lesson with what its reader may do; asks whether the reader may see it. */
@Injectable()
export class LessonViewer {
  constructor(private readonly lessons: LessonQueries) {}

  async view(read: Read, actor: Actor, asked: { readonly lessonId: LessonId; readonly now: Temporal.Instant }) {
    const lesson = orNotFound(await this.lessons.shown(read, asked.lessonId));
    const subject = lessonSubject(lesson);
    allowOrHide(maySeeLesson(actor, subject));
    const door = doorOf(slotOf(lesson));
    const isAhead = lesson.state === 'confirmed' && before(asked.now, lesson.startsAt);
    return extendJson(lesson.card, {
      mayChange: isAhead && isAllowed(mayChangeLesson(actor, subject)),
      ...makeUpOf(actor, lesson),
      mayEnterAs: classroomsOf(actor, lesson),
      mayObserve: isAllowed(mayEnterRoom(actor, subject, { as: 'observer' })),
      doorOpensAt: door.startsAt,
      doorClosesAt: door.endsAt,
    });
  }
}
