import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { toldKinds, waitingKinds } from '@qinglan/contracts';
import type { Actor, Temporal } from '@qinglan/domain';
import { isCalledOff } from '../request.sql';
import { hasRevision, isWorking } from '../standing.sql';

/** How many of one kind are told. */
const most = 20;

// $1 who reads, $2 now, $3 the school whose agreements the reader signs as its coordinator, or null.
const requests = `
  SELECT 'request' AS kind, r.id, r.pairing_id, coalesce(r.topic, '') AS title, r.asked_by_id AS who_id, r.starts_at AS at
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id AND ${isWorking('p')}
  WHERE r.asked_of_id = $1 AND r.state = 'asked' AND r.starts_at > $2 AND NOT ${isCalledOff('r')}
  ORDER BY r.starts_at, r.id`;

const countersignatures = `
  SELECT 'countersign', o.id, o.pairing_id, coalesce(o.topic, o.subject, o.school), o.observer_id, o.submitted_at
  FROM observation o WHERE o.observed_id = $1 AND o.stage = 'waiting' ORDER BY o.on_day, o.id`;

const consents = (own: string, other: string): string => `
  SELECT 'consent', p.id, p.id, '', p.${other}_id, NULL::timestamptz FROM pairing p
  WHERE p.${own}_id = $1 AND p.state = 'consenting' AND p.${own}_consented_at IS NULL ORDER BY p.id`;

// What the register brought runs without names; what was written here wants all three, and so does a revision of it.
const unsigned = (text: string, party: string): string =>
  `NOT EXISTS (SELECT FROM agreement_signature g WHERE ${text} AND g.party = '${party}')`;
const toSign = (party: string): string => `
  p.state IN ('agreed', 'active', 'paused') AND (EXISTS (
    SELECT FROM agreement_revision rv WHERE rv.pairing_id = p.id AND rv.state = 'draft'
      AND ${unsigned('g.revision_id = rv.id', party)})
    OR (NOT ${hasRevision('p')} AND (p.state = 'agreed' OR p.agreement_state = 'written')
      AND EXISTS (SELECT FROM obligation o WHERE o.pairing_id = p.id)
      AND ${unsigned('g.pairing_id = p.id AND g.revision_id IS NULL', party)}))`;

const signatures = (own: string, other: string): string => `
  SELECT 'sign', p.id, p.id, '', p.${other}_id, NULL::timestamptz FROM pairing p
  WHERE p.${own}_id = $1 AND ${toSign(own)} ORDER BY p.id`;

const schoolSignatures = `
  SELECT 'sign', p.id, p.id, '', p.mentee_id, NULL::timestamptz FROM pairing p
  WHERE p.mentee_id = ANY(ARRAY(SELECT o.id FROM person o WHERE o.organisation_id = $3::uuid))
    AND p.mentor_id <> $1 AND p.mentee_id <> $1 AND ${toSign('school')} ORDER BY p.id`;

const marks = `
  SELECT 'panel', ol.id, ol.pairing_id, coalesce(ol.topic, l.topic, l.subject), p.mentee_id,
    coalesce(l.starts_at, ol.on_day::timestamp AT TIME ZONE 'Asia/Shanghai') AS at
  FROM panel_mark pm JOIN open_lesson ol ON ol.id = pm.open_lesson_id AND ol.closed_at IS NULL
  JOIN pairing p ON p.id = ol.pairing_id LEFT JOIN lesson l ON l.id = ol.lesson_id
  WHERE pm.person_id = $1 AND pm.marked_at IS NULL ORDER BY at, ol.id`;

const wishes = `
  SELECT 'wish', w.round_id, NULL::uuid, mr.title, NULL::uuid, NULL::timestamptz
  FROM matching_person w JOIN matching_round mr ON mr.id = w.round_id AND mr.state = 'open'
    AND ($2 AT TIME ZONE 'Asia/Shanghai')::date BETWEEN mr.opens_on AND mr.closes_on
  WHERE w.person_id = $1 AND w.told_at IS NULL ORDER BY mr.closes_on, mr.id`;

// Along an index for each of the two who keep a meeting.
const kept = (who: string): string => `
  SELECT a.id, a.title, a.starts_at FROM activity a WHERE a.state = 'scheduled' AND a.ends_at <= $2 AND ${who}`;
const records = `
  SELECT 'record', k.id, NULL::uuid, k.title, NULL::uuid, k.starts_at
  FROM (${kept('a.arranged_by = $1')} UNION
    ${kept('a.studio_id = ANY(ARRAY(SELECT s.id FROM studio s WHERE s.lead_id = $1))')}) k ORDER BY k.starts_at, k.id`;

const invitations = `
  SELECT 'invitation', a.id, NULL::uuid, a.title, a.arranged_by, a.starts_at
  FROM activity_person ap JOIN activity a ON a.id = ap.activity_id AND a.state = 'scheduled' AND a.ends_at > $2
  WHERE ap.person_id = $1 AND a.arranged_by <> $1 ORDER BY a.starts_at, a.id`;

// Who was asked and let go, until that meeting is over.
const uninvited = `
  SELECT 'uninvited', a.id, NULL::uuid, a.title, a.arranged_by, a.starts_at
  FROM hold h JOIN activity a ON a.id = h.activity_id AND a.state = 'scheduled' AND a.ends_at > $2
  WHERE h.party_id = $1 AND h.activity_id IS NOT NULL AND h.released_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM activity_person ap WHERE ap.activity_id = a.id AND ap.person_id = $1) ORDER BY a.starts_at, a.id`;

// As long as it is not over: who moved up by herself has to hear of it.
const places = `
  SELECT 'place', i.id, NULL::uuid, i.title, NULL::uuid, (SELECT min(t.starts_at) FROM sitting t
    WHERE t.item_id = i.id AND t.state = 'scheduled' AND t.starts_at > $2)
  FROM enrolment e JOIN programme_item i ON i.id = e.item_id AND i.state = 'planned'
    AND i.last_day >= ($2 AT TIME ZONE 'Asia/Shanghai')::date
  WHERE e.person_id = $1 AND e.state = 'enrolled' AND e.moved_up_at IS NOT NULL ORDER BY i.first_day, i.id`;

// Sittings to come of what one is on the list of, and those to which one is asked by name.
const sittings = (touched: string): string => `
  SELECT t.id, t.item_id, t.starts_at FROM enrolment e JOIN sitting t ON t.item_id = e.item_id
  WHERE e.person_id = $1 AND e.state = 'enrolled' AND t.ends_at > $2 AND ${touched}
  UNION SELECT t.id, t.item_id, t.starts_at FROM sitting_person sp JOIN sitting t ON t.id = sp.sitting_id
  WHERE sp.person_id = $1 AND t.ends_at > $2 AND ${touched}`;

const movedSittings = `
  SELECT 'moved', i.id, NULL::uuid, i.title, NULL::uuid, t.starts_at
  FROM (${sittings(`t.state = 'scheduled' AND t.reason IS NOT NULL`)}) t JOIN programme_item i ON i.id = t.item_id
  ORDER BY t.starts_at, t.id`;

// An item that is called off as a whole is told once.
const sittingsOff = `
  SELECT 'off', i.id, NULL::uuid, i.title, NULL::uuid, min(t.starts_at) AS at
  FROM (${sittings(`t.state = 'cancelled'`)}) t JOIN programme_item i ON i.id = t.item_id
  GROUP BY i.id, CASE WHEN i.state <> 'cancelled' THEN t.id END ORDER BY at, i.id`;

const branches = [
  ...[requests, countersignatures, consents('mentor', 'mentee'), consents('mentee', 'mentor')],
  ...[signatures('mentor', 'mentee'), signatures('mentee', 'mentor'), schoolSignatures, marks, wishes],
  ...[records, invitations, uninvited, places, movedSittings, sittingsOff],
];
const listOf = (kinds: readonly string[]): string => `ARRAY[${kinds.map((kind) => `'${kind}'`).join(', ')}]`;
const order = listOf(waitingKinds);

const waiting = statement(
  'mentoring-waiting',
  `WITH thing AS (${branches.map((branch) => `(${branch} LIMIT ${String(most)})`).join(' UNION ALL ')})
   SELECT json_build_object('count', count(*) FILTER (WHERE t.kind <> ALL (${listOf(toldKinds)})),
     'items', coalesce(json_agg(json_build_object('kind', t.kind, 'id', t.id, 'pairingId', t.pairing_id,
       'title', t.title, 'who', who.name, 'at', t.at)
       ORDER BY array_position(${order}, t.kind), t.at NULLS FIRST, who.name, t.id), '[]'))::text
   FROM thing t LEFT JOIN party who ON who.id = t.who_id`,
);

/** What waits for one person, in one statement. Asks no policy: everything in it concerns the reader. */
@Injectable()
export class WaitingQueries {
  async of(read: Read, actor: Actor, now: Temporal.Instant): Promise<string> {
    const schoolId = actor.roles.has('coordinator') ? actor.schoolId : null;
    return orNotFound(await read.text(waiting, [actor.personId, now.toString(), schoolId]));
  }
}
