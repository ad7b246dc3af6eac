import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listHeardOnDay, listObservableLessons } from '@qinglan/contracts';
import { beijingDayOf, type LessonId, type PairingId, type PersonId, type Temporal } from '@qinglan/domain';
import { accompanies, heardIn, heardStates, hearsIn, hearsOthersIn, isKnownTo, presents } from './observable.sql';

const directions = `(VALUES ('mentor-hears'), ('mentee-hears')) AS d (direction)`;
const running = `('active', 'paused', 'assessing')`;

// Nobody knows of what the other is still writing.
const pairings = (name: string, { span, lesson, heard }: { span: string; lesson: string; heard: string }) =>
  statement(
    name,
    `WITH own AS (
       SELECT * FROM pairing p WHERE mentor_id = $1 AND state IN ${running} ${span}
       UNION ALL SELECT * FROM pairing p WHERE mentee_id = $1 AND state IN ${running} ${span}),
     way AS (
       SELECT p.id, json_build_object('direction', d.direction, 'isObserver', ${hearsIn('d.direction')} = $1,
           'observationId', o.id, 'state', o.state) AS view, d.direction
       FROM own p CROSS JOIN ${directions} ${lesson}
       LEFT JOIN observation o ON ${heard} AND ${isKnownTo('$1')})
     SELECT json_build_object('items', coalesce(json_agg(json_build_object(
         'pairingId', p.id, 'part', CASE WHEN p.mentor_id = $1 THEN 'mentor' ELSE 'mentee' END,
         'other', json_build_object('id', other.id, 'name', other.name), 'otherSchool', school.short_name,
         'isFar', school.side_id IS DISTINCT FROM own_school.side_id, 'subject', coalesce(taught.subject, st.subject),
         'directions', ways.views) ORDER BY other.name, p.id), '[]'))::text
     FROM own p
     JOIN (SELECT id, json_agg(view ORDER BY direction DESC) AS views FROM way GROUP BY id) ways ON ways.id = p.id
     JOIN party other ON other.id = CASE WHEN p.mentor_id = $1 THEN p.mentee_id ELSE p.mentor_id END
     JOIN person taught ON taught.id = other.id LEFT JOIN studio st ON st.id = p.studio_id
     JOIN organisation school ON school.id = other.organisation_id
     JOIN party me ON me.id = $1 JOIN organisation own_school ON own_school.id = me.organisation_id`,
  );

// Past its last day a pairing asks for its end and for nothing else.
const allPairings = pairings('mentoring-observable', {
  span: 'AND (p.to_day IS NULL OR p.to_day >= $2::date)',
  lesson: '',
  heard: 'false',
});
const pairingsOfLesson = pairings('mentoring-observable-of-lesson', {
  span: '',
  lesson: `JOIN lesson l ON l.id = $2 AND l.state IN ${heardStates}
     AND (${presents(heardIn('d.direction'))} OR ${accompanies(heardIn('d.direction'))})
     AND ${hearsOthersIn(hearsIn('d.direction'))}
     AND (l.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN p.from_day AND coalesce(p.to_day, 'infinity')`,
  heard: 'o.pairing_id = p.id AND o.lesson_id = $2 AND o.direction = d.direction',
});

const lessonsOf = (teacher: string, end: string) =>
  `SELECT l.*, p.id AS pairing_id, d.direction, l.${end}_school_id AS school_id, l.${end}_class_id AS class_id,
     coalesce(l.${teacher}_actual_id, l.${teacher}_id) = l.${teacher}_id AS is_given
   FROM pairing p CROSS JOIN ${directions} JOIN lesson l ON l.${teacher}_id = ${heardIn('d.direction')}
     AND ${hearsOthersIn(hearsIn('d.direction'))}`;

const lessons: Listing = {
  name: 'mentoring-observable-lessons',
  from: `(${lessonsOf('presenter', 'presenting')} UNION ALL ${lessonsOf('local_teacher', 'receiving')}) l`,
  join: `JOIN organisation school ON school.id = f.school_id LEFT JOIN party class ON class.id = f.class_id
    LEFT JOIN observation o ON o.pairing_id = f.pairing_id AND o.lesson_id = f.id AND o.direction = f.direction
      AND ${isKnownTo('$2::uuid')}`,
  item: `json_build_object('id', f.id, 'subject', f.subject, 'topic', f.topic, 'state', f.state, 'startsAt', f.starts_at,
    'endsAt', f.ends_at, 'school', school.short_name, 'class', class.name, 'observationId', o.id)`,
  keys: [
    { column: 'starts_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};
// What an observation paid is told by the observation itself; a lesson that paid by itself, or a count by hand, has none.
const onDay = statement(
  'mentoring-heard-on-day',
  `WITH heard AS (
     SELECT coalesce(o.topic, o.subject, o.school) AS title, o.id AS observation_id, o.lesson_id, o.opened_at AS at
     FROM observation o
     WHERE o.pairing_id = $1 AND o.direction = $2 AND o.on_day = $3 AND ${isKnownTo('$4::uuid')}
     UNION ALL
     SELECT c.title, NULL, CASE c.source WHEN 'lesson' THEN c.source_key END, c.at
     FROM credit c
     WHERE c.pairing_id = $1 AND c.kind = $2 AND c.on_day = $3 AND c.withdrawn_at IS NULL AND c.source <> 'observation'
       AND NOT EXISTS (SELECT FROM observation o WHERE o.pairing_id = c.pairing_id AND o.lesson_id = c.source_key
         AND o.direction = c.kind AND ${isKnownTo('$4::uuid')}))
   SELECT json_build_object('items', coalesce(json_agg(json_build_object('title', title, 'observationId', observation_id,
     'lessonId', lesson_id) ORDER BY at, title), '[]'))::text FROM heard`,
);
const spanHours = 30 * 24;

/** What can be heard. Asks no policy. */
@Injectable()
export class ObservableQueries {
  /** Somebody's running pairings, both ways; of one lesson, the ways in which it is heard. */
  async pairings(
    read: Read,
    personId: PersonId,
    { lessonId, now }: { readonly lessonId: LessonId | undefined; readonly now: Temporal.Instant },
  ): Promise<string> {
    const found = lessonId
      ? await read.text(pairingsOfLesson, [personId, lessonId])
      : await read.text(allPairings, [personId, beijingDayOf(now).toString()]);
    return found ?? '{"items":[]}';
  }

  /** What is known already of a day. */
  async onDay(read: Read, { params, query }: InputOf<typeof listHeardOnDay>, readerId: PersonId): Promise<string> {
    return orNotFound(await read.text(onDay, [params.pairingId, query.direction, query.onDay, readerId]));
  }

  /** Lessons of the one who is heard, thirty days either way. */
  lessons(
    read: Read,
    pairingId: PairingId,
    asked: {
      readonly query: InputOf<typeof listObservableLessons>['query'];
      readonly now: Temporal.Instant;
      readonly readerId: PersonId;
    },
  ): Promise<string> {
    const { query, now, readerId } = asked;
    const narrowings = [
      where('pairing', pairingId, (place) => `l.pairing_id = ${place}`),
      where('direction', query.direction, (place) => `l.direction = ${place}`),
      where('from', now.subtract({ hours: spanHours }).toString(), (place) => `l.starts_at >= ${place}`),
      where('to', now.add({ hours: spanHours }).toString(), (place) => `l.starts_at < ${place}`),
      { name: 'given', values: [], condition: () => `l.is_given AND l.state IN ${heardStates}` },
    ];
    return listPage(read, lessons, { narrowings, limit: query.limit, after: query.after, given: [readerId] });
  }
}
