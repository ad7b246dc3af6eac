import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import { cursorId, cursorInstant, cursorInstantSql, readCursor } from '@qinglan/api-scheduling';
import type { InputOf, listStudioDiagnoses } from '@qinglan/contracts';
import { type Actor, type LessonId, seesEverything, type StudioId } from '@qinglan/domain';
import { isWorking } from '../standing.sql';
import { pageSql } from './page.sql';
import { studioLabelJson } from './studio.sql';

/** A diagnosis of a lesson for a studio. */
export interface DiagnosisKey {
  readonly studioId: StudioId;
  readonly lessonId: LessonId;
}

const fields = (d: string) => `
  'studio', ${studioLabelJson},
  'lesson', json_build_object('id', l.id, 'subject', l.subject, 'topic', l.topic, 'state', l.state,
    'startsAt', l.starts_at, 'endsAt', l.ends_at, 'presentingSchool', ps.short_name, 'receivingSchool', rs.short_name,
    'presenter', presenter.name),
  'focus', ${d}.focus, 'attachedBy', by.name, 'attachedAt', ${d}.attached_at, 'version', ${d}.version`;
const joins = (d: string) => `
  JOIN studio s ON s.id = ${d}.studio_id
  JOIN organisation o ON o.id = s.host_id
  JOIN lesson l ON l.id = ${d}.lesson_id
  JOIN organisation ps ON ps.id = l.presenting_school_id
  JOIN organisation rs ON rs.id = l.receiving_school_id
  JOIN party presenter ON presenter.id = coalesce(l.presenter_actual_id, l.presenter_id)
  JOIN party by ON by.id = ${d}.attached_by`;

// As maySeeLesson: people of the two schools, and mentor and mentee of its teachers. A studio widens nothing.
const seen = `($5::boolean OR $6::uuid IN (l.presenting_school_id, l.receiving_school_id)
  OR ARRAY[l.presenter_id, l.presenter_actual_id, l.local_teacher_id, l.local_teacher_actual_id] && $7::uuid[])`;

// $1 limit, $2 and $3 where the page begins, $4 the studio, $5 to $7 who reads.
const list = statement(
  'diagnoses-of-studio',
  pageSql({
    found: `SELECT d.* FROM studio_diagnosis d JOIN lesson l ON l.id = d.lesson_id
      WHERE d.studio_id = $4 AND (d.attached_at, d.lesson_id) < ($2::timestamptz, $3::uuid) AND ${seen}`,
    order: 'attached_at DESC, lesson_id DESC',
    cursor: `${cursorInstantSql('f.attached_at')} || '|' || f.lesson_id`,
    item: `json_build_object(${fields('f')})`,
    joins: joins('f'),
  }),
);

const one = statement(
  'diagnosis',
  `SELECT json_build_object(${fields('d')})::text FROM studio_diagnosis d ${joins('d')}
   WHERE d.studio_id = $1 AND d.lesson_id = $2`,
);

const mine = `(s.lead_id = $2 OR EXISTS (
  SELECT FROM pairing p WHERE p.studio_id = s.id AND p.mentor_id = $2 AND ${isWorking('p')})) IS TRUE`;
const ofLesson = statement(
  'diagnoses-of-lesson',
  `SELECT json_build_object(
     'items', coalesce((
       SELECT json_agg(json_build_object(${fields('d')}, 'mayChange', ${mine}) ORDER BY d.attached_at, s.code)
       FROM studio_diagnosis d ${joins('d')} WHERE d.lesson_id = $1), '[]'::json),
     'mayAttachFor', coalesce((
       SELECT json_agg(${studioLabelJson} ORDER BY s.code) FROM studio s JOIN organisation o ON o.id = s.host_id
       WHERE ${mine} AND NOT EXISTS (
         SELECT FROM studio_diagnosis d WHERE d.studio_id = s.id AND d.lesson_id = $1)), '[]'::json))::text`,
);

const lock = statement(
  'diagnosis-lock',
  'SELECT version, focus FROM studio_diagnosis WHERE studio_id = $1 AND lesson_id = $2 FOR NO KEY UPDATE',
);

const shape = new RegExp(`^${cursorInstant}\\|${cursorId}$`);
const firstId = '00000000-0000-0000-0000-000000000000';

/** Diagnoses of a studio and of a lesson. */
@Injectable()
export class DiagnosisQueries {
  async ofStudio(
    read: Read,
    actor: Actor,
    { params, query }: Pick<InputOf<typeof listStudioDiagnoses>, 'params' | 'query'>,
  ): Promise<string> {
    const begins = query.after === undefined ? ['infinity', firstId] : readCursor(query.after, shape);
    const reader = [seesEverything(actor), actor.schoolId, [...actor.pairedPersonIds]];
    return orNotFound(await read.text(list, [query.limit, ...begins, params.studioId, ...reader]));
  }

  async ofLesson(read: Read, actor: Actor, lessonId: LessonId): Promise<string> {
    return orNotFound(await read.text(ofLesson, [lessonId, actor.personId]));
  }

  async one(read: Read, { studioId, lessonId }: DiagnosisKey): Promise<string> {
    return orNotFound(await read.text(one, [studioId, lessonId]));
  }

  lock(tx: Tx, { studioId, lessonId }: DiagnosisKey) {
    return tx.row<{ readonly version: number; readonly focus: string }>(lock, [studioId, lessonId]);
  }
}
