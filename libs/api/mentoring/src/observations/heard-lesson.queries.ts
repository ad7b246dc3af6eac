import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { beijingDayOf, type LessonId, type PersonId, type Temporal } from '@qinglan/domain';
import { accompanies, heardStates, hearsOthersIn, presents } from './observable.sql';
import type { HeardLesson } from './observation.facts';

const find = statement(
  'mentoring-heard-lesson',
  `SELECT l.starts_at AS "startsAt", l.ends_at AS "endsAt", l.subject, l.topic, o.name AS school, c.name AS class
   FROM lesson l
   JOIN organisation o ON o.id = CASE WHEN ${presents('$2')} THEN l.presenting_school_id ELSE l.receiving_school_id END
   LEFT JOIN party c ON c.id = CASE WHEN ${presents('$2')} THEN l.presenting_class_id ELSE l.receiving_class_id END
   WHERE l.id = $1 AND l.state IN ${heardStates} AND (${presents('$2')} OR ${accompanies('$2')})
     AND ${hearsOthersIn('$3')}`,
);
const teacherOf = statement(
  'mentoring-teacher-of',
  'SELECT o.name AS school, p.subject FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1',
);

/** A lesson of the timetable, with its own start. */
export type TimetabledLesson = HeardLesson & { readonly startsAt: Temporal.Instant };

/** Who is heard, and by whom. */
export interface TwoInLesson {
  readonly observedId: PersonId;
  readonly observerId: PersonId;
}

/** What is known of a lesson that somebody gives. */
@Injectable()
export class HeardLessonQueries {
  /** The lesson at the end where the observed teaches; null where she does not, where the other presents, or it was not given. */
  async of(read: Read, lessonId: LessonId, { observedId, observerId }: TwoInLesson): Promise<TimetabledLesson | null> {
    const row = await read.row<Omit<TimetabledLesson, 'onDay'>>(find, [lessonId, observedId, observerId]);
    return row && { ...row, onDay: beijingDayOf(row.startsAt).toString() };
  }

  /** The name of somebody's school and what she teaches, for a lesson of no timetable of ours. */
  async elsewhere(read: Read, personId: PersonId): Promise<Pick<HeardLesson, 'school' | 'subject'>> {
    return orNotFound(await read.row<Pick<HeardLesson, 'school' | 'subject'>>(teacherOf, [personId]));
  }
}
