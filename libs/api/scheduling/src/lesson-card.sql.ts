/** A school as a timetable names it, by the expression of its id. */
export const schoolLabelJson = (id: string): string =>
  `(SELECT json_build_object('id', id, 'name', name, 'shortName', short_name, 'sideId', side_id)
    FROM organisation WHERE id = ${id})`;

/** The name of a person, class or classroom, by the expression of its id. */
export const partyName = (id: string): string => `(SELECT name FROM party WHERE id = ${id})`;

// json_build_object asks the catalogue for the type of every value of every row: a list of fifty lessons built by it
// costs Postgres 2.0 ms, put together from texts 1.3. What people typed goes through to_json, which escapes it.
const text = (value: string): string => `coalesce(to_json(${value})::text, 'null')`;
const number = (value: string): string => `coalesce(${value}::text, 'null')`;
const school = (row: string): string =>
  `concat('{"id":"', ${row}.id, '","name":', to_json(${row}.name), ',"shortName":', to_json(${row}.short_name),
    ',"sideId":"', ${row}.side_id, '"}')`;
const named = (row: string): string =>
  `coalesce('{"id":"' || ${row}.id || '","name":' || to_json(${row}.name)::text || '}', 'null')`;

/** What `lessonCardJson` reads from, beside a row of `lesson` under the alias `l`. */
export const lessonCardJoins = `
  JOIN organisation card_ps ON card_ps.id = l.presenting_school_id
  JOIN organisation card_rs ON card_rs.id = l.receiving_school_id
  JOIN party card_pt ON card_pt.id = l.presenter_id
  JOIN party card_lt ON card_lt.id = l.local_teacher_id
  JOIN party card_pr ON card_pr.id = l.presenting_classroom_id
  JOIN party card_rr ON card_rr.id = l.receiving_classroom_id
  LEFT JOIN party card_pc ON card_pc.id = l.presenting_class_id
  LEFT JOIN party card_rc ON card_rc.id = l.receiving_class_id`;

/** A lesson as the text of the contract's `lessonCard`: `SELECT ${lessonCardJson} FROM lesson l ${lessonCardJoins}`. */
export const lessonCardJson = `concat(
  '{"id":"', l.id, '","proposalId":"', l.proposal_id, '","seriesId":', ${text('l.series_id')},
  ',"partnershipId":"', l.partnership_id, '","week":', ${number('l.week')}, ',"kind":"', l.kind,
  '","subject":', to_json(l.subject), ',"topic":', ${text('l.topic')}, ',"state":"', l.state,
  '","startsAt":', to_json(l.starts_at), ',"endsAt":', to_json(l.ends_at),
  ',"presentingSchool":', ${school('card_ps')}, ',"receivingSchool":', ${school('card_rs')},
  ',"presenter":', ${named('card_pt')}, ',"localTeacher":', ${named('card_lt')},
  ',"presentingClass":', ${named('card_pc')}, ',"receivingClass":', ${named('card_rc')},
  ',"presentingClassroom":', ${named('card_pr')}, ',"receivingClassroom":', ${named('card_rr')},
  ',"presentingPeriod":', ${number('l.presenting_period')}, ',"receivingPeriod":', ${number('l.receiving_period')},
  ',"presentingShift":', l.presenting_shift, ',"receivingShift":', l.receiving_shift,
  ',"reason":', ${text('l.reason')}, ',"version":', l.version, '}')`;

/** Lessons by their start as the text of a JSON array, empty where there are none. */
export const lessonCardsJson = `concat('[', string_agg(${lessonCardJson}, ',' ORDER BY l.starts_at, l.id), ']')`;
