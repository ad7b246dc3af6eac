import type { PersonId, SchoolId } from '../kernel';
import { isCoordinatorOf, seesEverything, type Actor } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';

/** What a policy needs to know of a lesson or of a series. */
export interface LessonSubject {
  readonly presentingSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
  /** Teachers of the presenting end, planned and actual. */
  readonly presenterIds: readonly PersonId[];
  /** Teachers of the receiving end, planned and actual. */
  readonly localTeacherIds: readonly PersonId[];
}

/** What a policy needs to know of a proposal. */
export interface ProposalSubject {
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly proposedById: PersonId;
}

/** A teacher plans with the own and the partner school's timetable side by side; no other school's. */
export function maySeeSchoolTimetable(actor: Actor, schoolId: SchoolId): Decision {
  const isNear = actor.schoolId === schoolId || actor.partnerSchoolIds.has(schoolId);
  return isNear || seesEverything(actor) ? allowed : hidden('neither the own school nor a partner');
}

const seesOneOf = (actor: Actor, schoolIds: readonly SchoolId[]): Decision =>
  seesEverything(actor) || schoolIds.includes(actor.schoolId) ? allowed : hidden('their school has no part in it');

const schoolsOf = (lesson: LessonSubject): readonly SchoolId[] => [lesson.presentingSchoolId, lesson.receivingSchoolId];

const teaches = (actor: Actor, lesson: LessonSubject): boolean =>
  lesson.presenterIds.includes(actor.personId) || lesson.localTeacherIds.includes(actor.personId);

/** Does somebody teach in it whom the actor guides, or who guides the actor? */
const isTaughtByPaired = (actor: Actor, lesson: LessonSubject): boolean =>
  [...lesson.presenterIds, ...lesson.localTeacherIds].some((personId) => actor.pairedPersonIds.has(personId));

/**
 * People of the two schools see a lesson, and so do mentor and mentee of its teachers, who hear it over the link; people
 * of a third school that is partner of one of them do not.
 */
export const maySeeLesson = (actor: Actor, lesson: LessonSubject): Decision =>
  isTaughtByPaired(actor, lesson) ? allowed : seesOneOf(actor, schoolsOf(lesson));

/** A proposal is seen by the school that asks and the school that is asked. */
export const maySeeProposal = (actor: Actor, proposal: ProposalSubject): Decision =>
  seesOneOf(actor, [proposal.fromSchoolId, proposal.toSchoolId]);

/** Either school may ask: a teacher for lessons she gives or accompanies, a coordinator for any. */
export function mayProposeLesson(actor: Actor, lesson: LessonSubject): Decision {
  const isOfASchool = schoolsOf(lesson).includes(actor.schoolId);
  const asTeacher = actor.roles.has('teacher') && teaches(actor, lesson);
  const may = isOfASchool && (actor.roles.has('coordinator') || asTeacher);
  return allOf(
    maySeeLesson(actor, lesson),
    may ? allowed : forbidden('needs to teach it or to coordinate a school of it'),
  );
}

/** The answer is the asked school's, so its coordinator gives it. */
export function mayAnswerProposal(actor: Actor, proposal: ProposalSubject): Decision {
  const may = isCoordinatorOf(actor, proposal.toSchoolId);
  return allOf(
    maySeeProposal(actor, proposal),
    may ? allowed : forbidden('needs to coordinate the school that is asked'),
  );
}

/** Who asked may take it back, and so may the coordinator of the school that asked. */
export function mayWithdrawProposal(actor: Actor, proposal: ProposalSubject): Decision {
  const may = actor.personId === proposal.proposedById || isCoordinatorOf(actor, proposal.fromSchoolId);
  return allOf(maySeeProposal(actor, proposal), may ? allowed : forbidden('needs to have proposed it'));
}

/** Cancelling and moving touch both schools, so coordinators of either and the presenter may. */
export function mayChangeLesson(actor: Actor, lesson: LessonSubject): Decision {
  const coordinates = schoolsOf(lesson).some((schoolId) => isCoordinatorOf(actor, schoolId));
  const may = coordinates || lesson.presenterIds.includes(actor.personId);
  return allOf(
    maySeeLesson(actor, lesson),
    may ? allowed : forbidden('needs to present it or to coordinate a school of it'),
  );
}
