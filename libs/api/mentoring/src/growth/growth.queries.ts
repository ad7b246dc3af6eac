import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { GrowthView } from '@qinglan/contracts';
import type { PairingId, PersonId } from '@qinglan/domain';
import { openLessonDay, openLessonJoins, openLessonJson, type OpenLessonRow } from './open-lesson.sql';
import { arrayJson, personJson } from './sql';

/** The file of a pairing as the tables know it: nothing is covered yet. */
export interface GrowthRow extends Pick<GrowthView, 'pairing' | 'plan' | 'texts' | 'terms' | 'pauses' | 'chain'> {
  readonly items: readonly (Omit<GrowthView['items'][number], 'mayWithdraw'> & { readonly byId: PersonId })[];
  readonly openLessons: readonly OpenLessonRow[];
  readonly petitions: readonly (GrowthView['petitions'][number] & { readonly byId: PersonId })[];
}

const pairing = `json_build_object('id', p.id, 'mentor', ${personJson('mentor')}, 'mentee', ${personJson('mentee')},
  'studio', CASE WHEN st.id IS NOT NULL THEN json_build_object('id', st.id, 'subject', st.subject) END,
  'state', p.state, 'fromDay', p.from_day, 'toDay', p.to_day, 'endedOn', p.ended_on, 'atDistance', p.at_distance,
  'outcome', p.outcome, 'reason', p.reason, 'version', p.version)`;

const plan = `(SELECT json_build_object('goals', g.goals, 'changedAt', g.changed_at, 'changedBy', by_.name,
    'version', g.version)
  FROM growth_plan g JOIN person by_ ON by_.id = g.changed_by WHERE g.pairing_id = p.id)`;

const texts = `(SELECT ${arrayJson(
  `json_build_object('kind', t.kind, 'term', t.term_code, 'text', t.text, 'writtenBy', wb.name, 'writtenAt', t.written_at,
    'reply', t.reply, 'repliedBy', rb.name, 'repliedAt', t.replied_at, 'version', t.version)`,
  't.written_at',
)} FROM growth_text t JOIN person wb ON wb.id = t.written_by LEFT JOIN person rb ON rb.id = t.replied_by
  WHERE t.pairing_id = p.id)`;

const terms = `(SELECT ${arrayJson(`json_build_object('code', t.code, 'name', t.name)`, 't.first_monday')}
  FROM term t WHERE t.side_id = side.side_id
    AND t.first_monday <= coalesce(p.ended_on, p.to_day, 'infinity') AND t.first_monday + t.week_count * 7 > p.from_day)`;

// The newest 200: nobody reads more, and no pairing has as many.
const items = `(SELECT ${arrayJson(
  `json_build_object('id', c.source_key, 'kind', c.kind, 'onDay', c.on_day, 'title', c.title, 'evidence', c.evidence,
    'by', cb.name, 'byId', c.by_id, 'at', c.at, 'withdrawn',
    CASE WHEN c.withdrawn_at IS NOT NULL THEN json_build_object('at', c.withdrawn_at, 'reason', c.withdrawn_reason) END)`,
  'c.on_day DESC, c.at DESC',
)} FROM (SELECT * FROM credit WHERE pairing_id = p.id AND source = 'hand' ORDER BY on_day DESC, at DESC LIMIT 200) c
  JOIN person cb ON cb.id = c.by_id)`;

const openLessons = `(SELECT ${arrayJson(openLessonJson, `${openLessonDay}, ol.id`)}
  FROM open_lesson ol ${openLessonJoins} WHERE ol.pairing_id = p.id)`;

const pauses = `(SELECT ${arrayJson(
  `json_build_object('firstDay', pa.first_day, 'lastDay', pa.last_day, 'reason', pa.reason)`,
  'pa.first_day',
)} FROM pairing_pause pa WHERE pa.pairing_id = p.id)`;

const petitions = `(SELECT ${arrayJson(
  `json_build_object('id', q.id, 'by', qb.name, 'byId', q.by_id, 'part',
    CASE WHEN q.by_id = p.mentor_id THEN 'mentor' ELSE 'mentee' END, 'at', q.asked_at, 'reason', q.reason,
    'decidedAt', q.decided_at, 'decidedBy', qd.name, 'isGranted', q.is_granted, 'answer', q.answer)`,
  'q.asked_at',
)} FROM pairing_petition q JOIN person qb ON qb.id = q.by_id LEFT JOIN person qd ON qd.id = q.decided_by
  WHERE q.pairing_id = p.id)`;

const chain = `(WITH RECURSIVE earlier AS (
    SELECT p.id, p.continues_id UNION ALL SELECT b.id, b.continues_id FROM pairing b JOIN earlier e ON b.id = e.continues_id),
  later AS (SELECT p.id UNION ALL SELECT b.id FROM pairing b JOIN later l ON b.continues_id = l.id)
  SELECT ${arrayJson(
    `json_build_object('pairingId', c.id, 'mentor', cm.name, 'state', c.state, 'fromDay', c.from_day,
      'atDistance', c.at_distance)`,
    'c.from_day, c.id',
  )} FROM pairing c JOIN person cm ON cm.id = c.mentor_id
  WHERE c.id = ANY (ARRAY(SELECT id FROM earlier UNION SELECT id FROM later)))`;

const growth = statement(
  'growth-view',
  `SELECT json_build_object('pairing', ${pairing}, 'plan', ${plan}, 'texts', ${texts}, 'terms', ${terms}, 'items', ${items},
     'openLessons', ${openLessons}, 'pauses', ${pauses}, 'petitions', ${petitions}, 'chain', ${chain}) AS growth
   FROM pairing p
   JOIN person mentor ON mentor.id = p.mentor_id
   JOIN person mentee ON mentee.id = p.mentee_id
   JOIN organisation side ON side.id = mentee.organisation_id
   LEFT JOIN studio st ON st.id = p.studio_id
   WHERE p.id = $1`,
);

/** Reads of the file of one pairing, in one statement. */
@Injectable()
export class GrowthQueries {
  async growth(read: Read, pairingId: PairingId): Promise<GrowthRow> {
    return orNotFound(await read.row<{ readonly growth: GrowthRow }>(growth, [pairingId])).growth;
  }
}
