/** An issue in a list, from `i`. */
export const issueLineJson = `json_build_object('id', i.id, 'year', i.year, 'number', i.number, 'frozenAt', i.frozen_at,
  'frozenBy', i.frozen_by, 'reason', i.reason, 'changes', i.change_count, 'hash', i.hash)`;

/** Where a freeze stands, from `f` and who asked for it, `fp`; whether the reader may cancel is said by the caller. */
export const progressJson = `json_build_object('issueId', f.id, 'number', f.number, 'state', f.state, 'step', f.step,
  'done', f.done, 'total', f.total, 'failure', f.failure, 'askedAt', f.asked_at, 'askedBy', fp.name, 'mayCancel', false)`;

/** Rows that a numeral of an issue counts, in their order: `b` and `u` give the place, `r` the row. */
export const frozenRowsFrom = `yearly_issue_block b
  CROSS JOIN LATERAL unnest(b.row_ids) WITH ORDINALITY AS u (row_id, place)
  JOIN yearly_issue_row r ON r.issue_id = b.issue_id AND r.source = b.source AND r.id = u.row_id`;

/** The line of a row of which the digest is taken: everything that is kept of it, as JSON. */
export const rowLine = `json_build_array(r.source, r.id, r.certainty, r.label, r.first_day, r.last_day, r.fields)::text`;

/** The digest of the rows of a numeral: sha-256 over the sha-256 of each line, in their order. */
export const rowsDigest = `encode(sha256(coalesce(string_agg(sha256(convert_to(${rowLine}, 'UTF8')), ''::bytea
  ORDER BY b.block, u.place), ''::bytea)), 'hex')`;
