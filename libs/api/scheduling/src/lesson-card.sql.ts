// Names are looked up by subqueries and not by joins: nine tables to join cost Postgres more to plan than to read.

/** A school as a timetable names it, by the expression of its id. */
export const schoolLabelJson = (id: string): string =>
  `(SELECT json_build_object('id', id, 'name', name, 'shortName', short_name, 'sideId', side_id)
    FROM organisation WHERE id = ${id})`;

/** The name of a person, class or classroom, by the expression of its id. */
export const partyName = (id: string): string => `(SELECT name FROM party WHERE id = ${id})`;

const named = (id: string): string => `(SELECT json_build_object('id', id, 'name', name) FROM party WHERE id = ${id})`;

/** A row of `lesson` under the alias `l` as the contract's `lessonCard`: `SELECT ${lessonCardJson} FROM lesson l`. */
export const lessonCardJson = `json_build_object(
  'id', l.id, 'proposalId', l.proposal_id, 'seriesId', l.series_id, 'partnershipId', l.partnership_id,
  'week', l.week, 'kind', l.kind, 'subject', l.subject, 'topic', l.topic, 'state', l.state,
  'startsAt', l.starts_at, 'endsAt', l.ends_at,
  'presentingSchool', ${schoolLabelJson('l.presenting_school_id')},
  'receivingSchool', ${schoolLabelJson('l.receiving_school_id')},
  'presenter', ${named('l.presenter_id')}, 'localTeacher', ${named('l.local_teacher_id')},
  'presentingClass', ${named('l.presenting_class_id')}, 'receivingClass', ${named('l.receiving_class_id')},
  'presentingClassroom', ${named('l.presenting_classroom_id')},
  'receivingClassroom', ${named('l.receiving_classroom_id')},
  'presentingPeriod', l.presenting_period, 'receivingPeriod', l.receiving_period,
  'presentingShift', l.presenting_shift, 'receivingShift', l.receiving_shift,
  'reason', l.reason, 'version', l.version)`;
