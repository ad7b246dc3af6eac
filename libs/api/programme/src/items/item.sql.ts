/** Joins of an item under the alias `f`: who sent and received it, and what its list gives; the reader is a place. */
export const itemJoins = (actor: string): string => `
  LEFT JOIN organisation sender ON sender.id = f.sender_id
  LEFT JOIN organisation host ON host.id = f.host_id
  LEFT JOIN enrolment own ON own.item_id = f.id AND own.person_id = ${actor}
  CROSS JOIN LATERAL (
    SELECT count(*) AS listed,
      count(*) FILTER (WHERE e.attended) AS attended, count(*) FILTER (WHERE e.attended IS NULL) AS attended_unknown,
      count(*) FILTER (WHERE e.completed) AS completed, count(*) FILTER (WHERE e.completed IS NULL) AS completed_unknown
    FROM enrolment e WHERE e.item_id = f.id AND e.state = 'enrolled') tally`;

const organisation = (alias: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.short_name) END`;

/** Fields of `itemRow`, over `f` and `itemJoins`. */
export const itemFields = `
  'id', f.id, 'code', f.code, 'category', f.category, 'categoryWords', f.category_words, 'title', f.title,
  'year', f.year, 'ordinal', f.ordinal, 'begins', f.begins, 'ends', f.ends, 'state', f.state,
  'sender', ${organisation('sender')}, 'host', ${organisation('host')}, 'people', f.people,
  'stated', json_build_object('enrolled', f.enrolled, 'attended', f.attended, 'completed', f.completed),
  'rows', CASE WHEN tally.listed > 0 THEN json_build_object(
    'enrolled', json_build_object('sure', tally.listed, 'unknown', 0),
    'attended', json_build_object('sure', tally.attended, 'unknown', tally.attended_unknown),
    'completed', json_build_object('sure', tally.completed, 'unknown', tally.completed_unknown)) END,
  'certainty', f.certainty, 'certaintyRemark', f.certainty_remark,
  'numbersCertainty', f.numbers_certainty, 'capacity', f.capacity, 'isOpen', f.is_open,
  'mine', own.state`;
