import { isCoordinatorOf, type Actor } from './actor';
import type { SchoolId } from '../kernel';
import { allOf, allowed, forbidden, type Decision } from './decision';
import { maySeeLesson, type LessonSubject } from './lessons';

/** As whom somebody opens the lesson room. */
export type RoomEntry = { readonly as: 'classroom'; readonly schoolId: SchoolId } | { readonly as: 'observer' };

/** Is the actor the lesson's teacher at this school's end? */
function teachesAt(actor: Actor, lesson: LessonSubject, schoolId: SchoolId): boolean {
  const presents = schoolId === lesson.presentingSchoolId && lesson.presenterIds.includes(actor.personId);
  const accompanies = schoolId === lesson.receivingSchoolId && lesson.localTeacherIds.includes(actor.personId);
  return actor.schoolId === schoolId && (presents || accompanies);
}

/** Is the school one of the two, and the actor its teacher in this lesson or its coordinator? */
function answersFor(actor: Actor, lesson: LessonSubject, schoolId: SchoolId): boolean {
  const takesPart = schoolId === lesson.presentingSchoolId || schoolId === lesson.receivingSchoolId;
  return takesPart && (teachesAt(actor, lesson, schoolId) || isCoordinatorOf(actor, schoolId));
}

/** A classroom is opened by those who answer for it; whoever sees the lesson may watch. */
export function mayEnterRoom(actor: Actor, lesson: LessonSubject, entry: RoomEntry): Decision {
  const may = entry.as === 'observer' || answersFor(actor, lesson, entry.schoolId);
  return allOf(maySeeLesson(actor, lesson), may ? allowed : forbidden('does not answer for that classroom'));
}

/** Heads are counted by those who stand in the room. */
export function mayCountHeads(actor: Actor, lesson: LessonSubject, schoolId: SchoolId): Decision {
  const may = answersFor(actor, lesson, schoolId);
  return allOf(maySeeLesson(actor, lesson), may ? allowed : forbidden('does not answer for that classroom'));
}

/** Which end's teacher the actor is, if any: that is the end she signs for. */
export function signingEndOf(actor: Actor, lesson: LessonSubject): 'presenting' | 'receiving' | null {
  if (teachesAt(actor, lesson, lesson.presentingSchoolId)) return 'presenting';
  return teachesAt(actor, lesson, lesson.receivingSchoolId) ? 'receiving' : null;
}

/** The record is signed by the two teachers and nobody for them. */
export function maySignRecord(actor: Actor, lesson: LessonSubject): Decision {
  const may = signingEndOf(actor, lesson) !== null;
  return allOf(maySeeLesson(actor, lesson), may ? allowed : forbidden('did not teach it'));
}
