/** A school as a timetable names it; `alias` is a row of `organisation`. */
export const schoolLabelJson = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'shortName', ${alias}.short_name, 'sideId', ${alias}.side_id)`;

const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
const namedOrNull = (alias: string): string => `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE ${named(alias)} END`;

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

/** A lesson as the contract's `lessonCard`: `SELECT ${lessonCardJson} FROM lesson l ${lessonCardJoins}`. */
export const lessonCardJson = `json_build_object(
  'id', l.id, 'proposalId', l.proposal_id, 'seriesId', l.series_id, 'partnershipId', l.partnership_id,
  'week', l.week, 'kind', l.kind, 'subject', l.subject, 'topic', l.topic, 'state', l.state,
  'startsAt', l.starts_at, 'endsAt', l.ends_at,
  'presentingSchool', ${schoolLabelJson('card_ps')}, 'receivingSchool', ${schoolLabelJson('card_rs')},
  'presenter', ${named('card_pt')}, 'localTeacher', ${named('card_lt')},
  'presentingClass', ${namedOrNull('card_pc')}, 'receivingClass', ${namedOrNull('card_rc')},
  'presentingClassroom', ${named('card_pr')}, 'receivingClassroom', ${named('card_rr')},
  'presentingPeriod', l.presenting_period, 'receivingPeriod', l.receiving_period,
  'presentingShift', l.presenting_shift, 'receivingShift', l.receiving_shift,
  'reason', l.reason, 'version', l.version)`;
