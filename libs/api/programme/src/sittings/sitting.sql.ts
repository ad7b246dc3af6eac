/** Who reads: the alias of the item, and the places of three parameters. */
interface Reader {
  readonly item: string;
  readonly actor: string;
  /** Keeps items: is told who is held. */
  readonly keeps: string;
  /** Sees every link, as everybody on the list does. */
  readonly sees: string;
  readonly now: string;
}

// Who is on the list and held by nothing of this sitting; what has begun holds nobody anew.
const unheld = (now: string): string => `t.state = 'scheduled' AND t.starts_at > ${now} AND NOT EXISTS (
  SELECT FROM hold h WHERE h.sitting_id = t.id AND h.party_id = e.person_id AND h.released_at IS NULL)`;

/** Sittings of an item in the order of time, with what the reader may know of them. */
export const sittingsJson = ({ item, actor, keeps, sees, now }: Reader): string => `(
  SELECT coalesce(json_agg(json_build_object(
    'id', t.id, 'state', t.state, 'startsAt', t.starts_at, 'endsAt', t.ends_at, 'topic', t.topic, 'place', t.place,
    'meetingLink', CASE WHEN ${sees} OR held.is_mine OR coalesce(own.state = 'enrolled', false) THEN t.meeting_link END,
    'classroom', CASE WHEN room.id IS NOT NULL THEN
      json_build_object('id', room.id, 'name', room.name, 'school', room_of.short_name) END,
    'people', held.people, 'isMine', held.is_mine,
    'persons', CASE WHEN ${keeps} OR held.is_mine THEN held.persons END,
    'isUnheld', EXISTS (SELECT FROM enrolment e WHERE e.item_id = t.item_id AND e.person_id = ${actor}
      AND e.state = 'enrolled' AND ${unheld(now)}),
    'unheld', CASE WHEN ${keeps} THEN (SELECT count(*) FROM enrolment e
      WHERE e.item_id = t.item_id AND e.state = 'enrolled' AND ${unheld(now)}) END,
    'reason', t.reason, 'version', t.version) ORDER BY t.starts_at, t.id), '[]'::json)
  FROM sitting t
  LEFT JOIN classroom room ON room.id = t.classroom_id
  LEFT JOIN organisation room_of ON room_of.id = room.organisation_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS people, coalesce(bool_or(p.person_id = ${actor}), false) AS is_mine,
      coalesce(json_agg(json_build_object('id', who.id, 'name', who.name, 'school', at_school.short_name)
        ORDER BY who.code), '[]'::json) AS persons
    FROM sitting_person p JOIN person who ON who.id = p.person_id
    JOIN organisation at_school ON at_school.id = who.organisation_id WHERE p.sitting_id = t.id) held
  WHERE t.item_id = ${item}.id)`;
