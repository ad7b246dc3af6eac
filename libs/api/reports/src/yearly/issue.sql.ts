/** An issue in a list, from `i`. */
export const issueLineJson = `json_build_object('id', i.id, 'year', i.year, 'number', i.number, 'frozenAt', i.frozen_at,
  'frozenBy', i.frozen_by, 'reason', i.reason, 'changes', i.change_count, 'hash', i.hash)`;

/** Where a freeze stands, from `f` and who asked for it, `fp`; whether the reader may cancel is said by the caller. */
export const progressJson = `json_build_object('issueId', f.id, 'number', f.number, 'state', f.state, 'step', f.step,
  'done', f.done, 'total', f.total, 'failure', f.failure, 'askedAt', f.asked_at, 'askedBy', fp.name, 'mayCancel', false)`;

/** How many rows stand in a block; the last one of a numeral may have fewer. */
export const blockRows = 500;

/**
 * Rows that numerals of issues count, narrowed over the block `b` and the place `u` in it: `b` gives key, block and place, `r`
 * the row. Each row is looked up by its key, whatever a planner without figures of a fresh table would rather do.
 */
export const frozenRowsFrom = (where: string) => `(
    SELECT b.issue_id, b.key, b.block, b.source, u.row_id, u.place
    FROM yearly_issue_block b CROSS JOIN LATERAL unnest(b.row_ids) WITH ORDINALITY AS u (row_id, place)
    WHERE ${where} OFFSET 0) AS b
  CROSS JOIN LATERAL (
    SELECT k.* FROM yearly_issue_row k WHERE k.issue_id = b.issue_id AND k.source = b.source AND k.id = b.row_id OFFSET 0) AS r`;

/** A page of `$5` such rows, looked up no further; of a numeral, or of one group of a chart, which is kept in the same way. */
export const frozenPageFrom = (table: string, where: string) => `(
    SELECT b.issue_id, b.block, b.source, u.row_id, u.place
    FROM ${table} b CROSS JOIN LATERAL unnest(b.row_ids) WITH ORDINALITY AS u (row_id, place)
    WHERE ${where} ORDER BY b.block, u.place LIMIT $5) AS b
  CROSS JOIN LATERAL (
    SELECT k.* FROM yearly_issue_row k WHERE k.issue_id = b.issue_id AND k.source = b.source AND k.id = b.row_id OFFSET 0) AS r`;

/** The line of a row of which the digest is taken: everything that is kept of it, as JSON. */
export const rowLine = `json_build_array(r.source, r.id, r.certainty, r.label, r.first_day, r.last_day, r.fields)::text`;

/** The digest of the rows of a numeral: sha-256 over the sha-256 of each line, in their order. */
export const rowsDigest = `encode(sha256(coalesce(string_agg(sha256(convert_to(${rowLine}, 'UTF8')), ''::bytea
  ORDER BY b.block, b.place), ''::bytea)), 'hex')`;

/**
 * The same one block after another, in their order, as far as they are asked for: where they are narrowed nobody knows how
 * many have to be looked at for a page, and none is looked at behind it.
 */
export const frozenRowsInOrder = (where: string) => `(
    SELECT b.* FROM yearly_issue_block b WHERE ${where} ORDER BY b.block OFFSET 0) AS b
  CROSS JOIN LATERAL unnest(b.row_ids) WITH ORDINALITY AS u (row_id, place)
  CROSS JOIN LATERAL (
    SELECT k.* FROM yearly_issue_row k WHERE k.issue_id = b.issue_id AND k.source = b.source AND k.id = u.row_id OFFSET 0) AS r`;

/** The value of a field of a stored row, of a thing its id; empty where it has none. */
const storedField = (field: string) =>
  `coalesce(CASE ${field} WHEN 'certainty' THEN r.certainty ELSE coalesce(r.refs ->> ${field}, r.fields ->> ${field}) END, '')`;

/** Whether a stored row is one of those narrowed to, a list of `{field, values, isOthers}` in `given`. */
export const isStoredAmong = (given: string) => `NOT EXISTS (
    SELECT FROM jsonb_to_recordset(${given}::jsonb) AS n (field text, "values" jsonb, "isOthers" boolean)
    WHERE (n."values" ? ${storedField('n.field')}) = n."isOthers")`;
