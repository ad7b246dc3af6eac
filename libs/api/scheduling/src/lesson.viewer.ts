import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  before,
  doorOf,
  isAllowed,
  type LessonId,
  mayChangeLesson,
  mayEnterRoom,
  type Temporal,
} from '@qinglan/domain';
import { extendJson } from './json-text';
import { type LessonFacts, lessonSubject, slotOf } from './lesson.facts';
import { LessonQueries } from './lesson.queries';

/** The classrooms that the actor may enter the room as. */
function classroomsOf(actor: Actor, lesson: LessonFacts) {
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

/** Shows a lesson with what its reader may do; asks no policy. */
@Injectable()
export class LessonViewer {
  constructor(private readonly lessons: LessonQueries) {}

  async view(read: Read, actor: Actor, asked: { readonly lessonId: LessonId; readonly now: Temporal.Instant }) {
    const lesson = orNotFound(await this.lessons.facts(read, asked.lessonId));
    const card = orNotFound(await this.lessons.card(read, asked.lessonId));
    const subject = lessonSubject(lesson);
    const door = doorOf(slotOf(lesson));
    const isAhead = lesson.state === 'confirmed' && before(asked.now, lesson.startsAt);
    return extendJson(card, {
      mayChange: isAhead && isAllowed(mayChangeLesson(actor, subject)),
      mayEnterAs: classroomsOf(actor, lesson),
      mayObserve: isAllowed(mayEnterRoom(actor, subject, { as: 'observer' })),
      doorOpensAt: door.startsAt,
      doorClosesAt: door.endsAt,
    });
  }
}
