import { studioLabelJson } from './studio.sql';

/** Who reads, as the places of two parameters. */
export interface Reader {
  readonly actor: string;
  readonly all: string;
}

/**
 * What the fields below read, beside a row of `activity` under the given alias. Who may see it is as maySeeActivity
 * says: who takes part, who arranged it, the studio's lead, and those who see everything; OFFSET 0 lets Postgres ask it
 * once a row and not once a field.
 */
export const activityJoins = (a: string, { actor, all }: Reader): string => `
  JOIN studio s ON s.id = ${a}.studio_id
  JOIN organisation o ON o.id = s.host_id
  LEFT JOIN classroom room ON room.id = ${a}.classroom_id
  LEFT JOIN organisation room_of ON room_of.id = room.organisation_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS people, coalesce(bool_or(p.person_id = ${actor}), false) AS is_mine
    FROM activity_person p WHERE p.activity_id = ${a}.id OFFSET 0) AS invited
  CROSS JOIN LATERAL (
    SELECT ${all} OR ${actor} = ${a}.arranged_by OR coalesce(${actor} = s.lead_id, false) OR invited.is_mine AS may_see
    OFFSET 0) AS reader`;

/** The fields of `activityRow`, for `json_build_object`. */
export const activityFields = (a: string): string => `
  'id', ${a}.id, 'studio', ${studioLabelJson}, 'kind', ${a}.kind, 'title', ${a}.title, 'state', ${a}.state,
  'startsAt', ${a}.starts_at, 'endsAt', ${a}.ends_at, 'people', invited.people,
  'maySee', reader.may_see, 'isMine', invited.is_mine,
  'place', CASE WHEN reader.may_see THEN coalesce(room_of.short_name || ' ' || room.name, ${a}.place) END,
  'meetingLink', CASE WHEN reader.may_see THEN ${a}.meeting_link END`;
