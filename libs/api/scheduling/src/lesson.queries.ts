import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { LessonId, LessonState, LessonToMakeUp } from '@qinglan/domain';
import { lessonCardJoins, lessonCardJson } from './lesson-card.sql';
import type { LessonFacts, TaughtLesson } from './lesson.facts';

const card = statement(
  'scheduling-lesson-card',
  `SELECT ${lessonCardJson} FROM lesson l ${lessonCardJoins} WHERE l.id = $1`,
);

const facts = `SELECT l.id AS "lessonId", l.proposal_id AS "proposalId", l.series_id AS "seriesId", l.state, l.version,
    l.week, l.subject, l.starts_at AS "startsAt", l.ends_at AS "endsAt",
    l.presenting_school_id AS "presentingSchoolId", l.receiving_school_id AS "receivingSchoolId",
    l.presenter_id AS "presenterId", l.presenter_actual_id AS "presenterActualId",
    l.local_teacher_id AS "localTeacherId", l.local_teacher_actual_id AS "localTeacherActualId",
    l.presenting_class_id AS "presentingClassId", l.receiving_class_id AS "receivingClassId",
    l.presenting_classroom_id AS "presentingClassroomId", l.receiving_classroom_id AS "receivingClassroomId"`;
const find = statement('scheduling-lesson', `${facts} FROM lesson l WHERE l.id = $1`);
// That the other lesson replaces one is said again, for the index of those few.
const replacements = (item: string) =>
  `ARRAY(SELECT ${item} FROM lesson r WHERE r.replaces_lesson_id = l.id AND r.replaces_lesson_id IS NOT NULL
     ORDER BY r.starts_at, r.id)`;
const otherLesson = (row: string) =>
  `json_build_object('id', ${row}.id, 'startsAt', ${row}.starts_at, 'state', ${row}.state,
     'presentingSchoolId', ${row}.presenting_school_id, 'receivingSchoolId', ${row}.receiving_school_id,
     'presenterId', ${row}.presenter_id, 'presenterActualId', ${row}.presenter_actual_id,
     'localTeacherId', ${row}.local_teacher_id, 'localTeacherActualId', ${row}.local_teacher_actual_id)`;
const toMakeUp = statement(
  'scheduling-lesson-to-make-up',
  `${facts}, l.partnership_id AS "partnershipId", ${replacements('r.state')} AS replacements FROM lesson l WHERE l.id = $1`,
);
const shown = statement(
  'scheduling-lesson-view',
  `${facts}, (SELECT ${otherLesson('o')} FROM lesson o WHERE o.id = l.replaces_lesson_id) AS replaces,
     ${replacements(otherLesson('r'))} AS replacements, card_pr.name AS "presentingClassroom", card_rr.name AS "receivingClassroom", ${lessonCardJson} AS card
   FROM lesson l ${lessonCardJoins} WHERE l.id = $1`,
);

/** A lesson that another one points to, or that points to it. */
export interface OtherLesson extends TaughtLesson {
  readonly id: LessonId;
  readonly startsAt: string;
  readonly state: LessonState;
}

/** A lesson with the names of its rooms, and as a card in JSON that Postgres wrote. */
export interface ShownLesson extends LessonFacts {
  readonly presentingClassroom: string;
  readonly receivingClassroom: string;
  readonly card: string;
  readonly replaces: OtherLesson | null;
  readonly replacements: readonly OtherLesson[];
}

/** Reads of single lessons. */
@Injectable()
export class LessonQueries {
  /** The lesson as `lessonCard`, in JSON that Postgres wrote; null where there is none. Asks no policy. */
  card(read: Read, lessonId: LessonId): Promise<string | null> {
    return read.text(card, [lessonId]);
  }

  /** What rules and policies look at. */
  facts(read: Read, lessonId: LessonId): Promise<LessonFacts | null> {
    return read.row<LessonFacts>(find, [lessonId]);
  }

  /** What the rule of make-up lessons looks at, beside what the policies do. */
  toMakeUp(read: Read, lessonId: LessonId): Promise<(LessonFacts & LessonToMakeUp) | null> {
    return read.row<LessonFacts & LessonToMakeUp>(toMakeUp, [lessonId]);
  }

  /** Both at once. */
  shown(read: Read, lessonId: LessonId): Promise<ShownLesson | null> {
    return read.row<ShownLesson>(shown, [lessonId]);
  }
}
