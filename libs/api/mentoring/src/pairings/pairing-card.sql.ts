import { isCalledOff } from '../request.sql';
import { isOpenPairing, isWorking } from '../standing.sql';

const school = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'shortName', ${alias}.short_name, 'sideId', ${alias}.side_id)`;

const person = (one: string, at: string): string =>
  `json_build_object('id', ${one}.id, 'name', ${one}.name, 'school', ${school(at)})`;

/** A share as the contract writes it, over `s` and its obligation `o`. */
const share = `json_build_object('obligationId', o.id, 'owedBy', o.owed_by, 'kind', o.kind, 'per', o.per,
  'number', o.number, 'firstDay', s.first_day, 'lastDay', s.last_day, 'due', s.due, 'done', s.done)`;

const kindOrder = `array_position(ARRAY['mentor-hears', 'mentee-hears', 'discussion', 'open-lesson', 'lesson-plan', 'paper'], o.kind)`;

/** Shares of the pairing `f` that meet a condition on `s`, in the order of the agreement's kinds. */
export const sharesJson = (condition: string): string =>
  `(SELECT coalesce(json_agg(${share} ORDER BY ${kindOrder}, s.first_day), '[]')
    FROM obligation_share s JOIN obligation o ON o.id = s.obligation_id WHERE s.pairing_id = f.id AND ${condition})`;

// Each of the ways in which two people meet is read by its own index; the soonest of all is what comes next.
const lessonNext = (presenter: string, localTeacher: string, now: string): string => `(
  SELECT l.starts_at, 'lesson' AS kind, l.id, concat_ws(' · ', l.subject, l.topic) AS title, NULL::text AS direction
  FROM lesson l
  WHERE l.presenter_id = ${presenter} AND l.local_teacher_id = ${localTeacher} AND l.starts_at > ${now}
    AND l.state IN ('confirmed', 'live') ORDER BY l.starts_at, l.id LIMIT 1)`;

const observationNext = (now: string): string => `(
  SELECT r.starts_at, 'observation', r.id, coalesce(r.topic, ''), r.direction FROM observation_request r
  WHERE r.pairing_id = f.id AND r.starts_at > ${now} AND r.state = 'accepted' AND NOT ${isCalledOff('r')}
  ORDER BY r.starts_at, r.id LIMIT 1)`;

// Along the holds of the mentor: the time they claim from now on is short, however many meetings there were.
const activityNext = (now: string): string => `(
  SELECT a.starts_at, 'activity', a.id, a.title, NULL FROM hold h JOIN activity a ON a.id = h.activity_id
  JOIN activity_person ap ON ap.activity_id = a.id AND ap.person_id = f.mentee_id
  WHERE h.party_id = f.mentor_id AND h.released_at IS NULL AND h.during && tstzrange(${now}, NULL)
    AND a.state = 'scheduled' AND a.starts_at > ${now} ORDER BY a.starts_at, a.id LIMIT 1)`;

// An open lesson of no timetable has a day and no hour: it is told for the whole of that day.
const openLessonNext = (now: string): string => `(
  SELECT coalesce(l.starts_at, ol.on_day::timestamp AT TIME ZONE 'Asia/Shanghai'), 'open-lesson', ol.id,
    coalesce(ol.topic, l.topic, l.subject), NULL
  FROM open_lesson ol LEFT JOIN lesson l ON l.id = ol.lesson_id
  WHERE ol.pairing_id = f.id AND ol.closed_at IS NULL AND (l.id IS NULL OR l.state IN ('confirmed', 'live'))
    AND coalesce(l.starts_at, (ol.on_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') > ${now}
  ORDER BY 1, ol.id LIMIT 1)`;

/** A request that one of the two has still to answer, the soonest first. */
const askedJson = (now: string): string => `(
  SELECT json_build_object('id', r.id, 'askedById', r.asked_by_id, 'direction', r.direction, 'startsAt', r.starts_at,
    'topic', r.topic, 'version', r.version)
  FROM observation_request r WHERE r.pairing_id = f.id AND r.starts_at > ${now} AND r.state = 'asked'
    AND NOT ${isCalledOff('r')} AND ${isWorking('f')} ORDER BY r.starts_at, r.id LIMIT 1)`;

const nextJson = (now: string): string => `(
  SELECT json_build_object('kind', n.kind, 'id', n.id, 'startsAt', n.starts_at, 'title', n.title,
    'direction', n.direction)
  FROM (${lessonNext('f.mentor_id', 'f.mentee_id', now)} UNION ALL ${lessonNext('f.mentee_id', 'f.mentor_id', now)}
    UNION ALL ${observationNext(now)} UNION ALL ${activityNext(now)} UNION ALL ${openLessonNext(now)}) n
  WHERE ${isWorking('f')} ORDER BY n.starts_at, n.id LIMIT 1)`;

/** What `pairingCardFields` reads from, beside a pairing `f`. */
export const pairingCardJoins = `
  JOIN person mp ON mp.id = f.mentor_id JOIN organisation mo ON mo.id = mp.organisation_id
  JOIN person ep ON ep.id = f.mentee_id JOIN organisation eo ON eo.id = ep.organisation_id
  LEFT JOIN studio st ON st.id = f.studio_id`;

const revisionAwaits = `(
  SELECT coalesce(json_agg(party.name ORDER BY party.at), '[]') FROM agreement_revision rv
  CROSS JOIN unnest(ARRAY['mentor', 'mentee', 'school']) WITH ORDINALITY AS party (name, at)
  WHERE rv.pairing_id = f.id AND rv.state = 'draft' AND ${isOpenPairing('f')}
    AND NOT EXISTS (SELECT FROM agreement_signature sg WHERE sg.revision_id = rv.id AND sg.party = party.name))`;

/** The fields of the contract's `pairingCard`, over a pairing `f`: `today` and `now` are places of values. */
export const pairingCardFields = ({ today, now }: { readonly today: string; readonly now: string }): string => `
  'id', f.id, 'mentor', ${person('mp', 'mo')}, 'mentee', ${person('ep', 'eo')},
  'studio', CASE WHEN st.id IS NOT NULL THEN json_build_object('id', st.id, 'subject', st.subject) END,
  'state', f.state, 'fromDay', f.from_day, 'toDay', f.to_day, 'agreementState', f.agreement_state,
  'waitingSince', f.waiting_since, 'lastContactOn', f.last_contact_on, 'atDistance', f.at_distance,
  'outcome', f.outcome, 'revisionAwaits', ${revisionAwaits}, 'shares', ${sharesJson(`s.first_day <= ${today}::date AND s.last_day >= ${today}::date`)},
  'next', ${nextJson(now)}, 'asked', ${askedJson(now)}, 'version', f.version`;
