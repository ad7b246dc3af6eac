import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { LessonId } from '@qinglan/domain';
import { lessonCardJoins, lessonCardJson } from './lesson-card.sql';
import type { LessonFacts } from './lesson.facts';

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
const shown = statement(
  'scheduling-lesson-view',
  `${facts}, card_pr.name AS "presentingClassroom", card_rr.name AS "receivingClassroom", ${lessonCardJson} AS card
   FROM lesson l ${lessonCardJoins} WHERE l.id = $1`,
);

const history = statement(
  'scheduling-lesson-history',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object(
            'at', h.at, 'act', h.act, 'actor', a.name, 'detail', h.detail) ORDER BY h.id), '[]'::json))::text
   FROM history h LEFT JOIN party a ON a.id = h.actor_id WHERE h.subject_id = $1`,
);

/** A lesson with the names of its rooms, and as a card in JSON that Postgres wrote. */
export interface ShownLesson extends LessonFacts {
  readonly presentingClassroom: string;
  readonly receivingClassroom: string;
  readonly card: string;
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

  /** Both at once. */
  shown(read: Read, lessonId: LessonId): Promise<ShownLesson | null> {
    return read.row<ShownLesson>(shown, [lessonId]);
  }

  /** Who did what to it and when, oldest first. */
  async history(read: Read, lessonId: LessonId): Promise<string> {
    return (await read.text(history, [lessonId])) ?? '{"items":[]}';
  }
}
