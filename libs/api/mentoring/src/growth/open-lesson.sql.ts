import type { LessonId, LessonState, OpenLessonId, PairingId, PersonId } from '@qinglan/domain';
import type { OpenLessonView } from '@qinglan/contracts';
import { arrayJson, personJson } from './sql';

type PersonLabel = OpenLessonView['mentor'];

/** An open lesson as the tables know it, every mark among it. */
export interface OpenLessonRow {
  readonly id: OpenLessonId;
  readonly pairingId: PairingId;
  readonly mentor: PersonLabel;
  readonly mentee: PersonLabel;
  readonly lessonId: LessonId | null;
  readonly lessonState: LessonState | null;
  readonly onDay: string;
  readonly topic: string;
  readonly panel: readonly {
    readonly person: PersonLabel;
    readonly mark: number | null;
    readonly word: string | null;
  }[];
  readonly closedAt: string | null;
  readonly mean: number | null;
  readonly isPassed: boolean | null;
  readonly version: number;
}

/** Who sits on the panel. */
export const membersOf = ({ panel }: OpenLessonRow): readonly PersonId[] => panel.map(({ person }) => person.id);

/** The Beijing day of an open lesson, by the aliases of `openLessonJoins`. */
export const openLessonDay = `coalesce(ol.on_day, (oll.starts_at AT TIME ZONE 'Asia/Shanghai')::date)`;

/** An `OpenLessonRow` as JSON: `SELECT ${openLessonJson} FROM open_lesson ol ${openLessonJoins}`. */
export const openLessonJson = `json_build_object(
  'id', ol.id, 'pairingId', ol.pairing_id, 'mentor', ${personJson('olm')}, 'mentee', ${personJson('ole')},
  'lessonId', ol.lesson_id, 'lessonState', oll.state, 'onDay', ${openLessonDay},
  'topic', coalesce(ol.topic, oll.topic, oll.subject),
  'panel', (SELECT ${arrayJson(
    `json_build_object('person', ${personJson('pp')}, 'mark', pm.mark, 'word', pm.word)`,
    'pp.code',
  )} FROM panel_mark pm JOIN person pp ON pp.id = pm.person_id WHERE pm.open_lesson_id = ol.id),
  'closedAt', ol.closed_at, 'mean', ol.mean, 'isPassed', ol.is_passed, 'version', ol.version)`;

/** What `openLessonJson` reads from beside `open_lesson ol`. */
export const openLessonJoins = `
  JOIN pairing olp ON olp.id = ol.pairing_id
  JOIN person olm ON olm.id = olp.mentor_id
  JOIN person ole ON ole.id = olp.mentee_id
  LEFT JOIN lesson oll ON oll.id = ol.lesson_id`;
