import { studioLabelJson } from './studio.sql';

/** What the expressions below read, beside a row of `activity` under the given alias. */
export const activityJoins = (a: string): string => `
  JOIN studio s ON s.id = ${a}.studio_id
  JOIN organisation o ON o.id = s.host_id
  LEFT JOIN classroom room ON room.id = ${a}.classroom_id
  LEFT JOIN organisation room_of ON room_of.id = room.organisation_id`;

const takesPart = (a: string, actor: string) =>
  `EXISTS (SELECT FROM activity_person mine WHERE mine.activity_id = ${a}.id AND mine.person_id = ${actor})`;

/** As maySeeActivity: who takes part, who arranged it, the studio's lead, and those who see everything. */
const seen = (a: string, actor: string, all: string) =>
  `(${all} OR ${actor} = ${a}.arranged_by OR coalesce(${actor} = s.lead_id, false) OR ${takesPart(a, actor)})`;

/** Who reads, as the places of two parameters. */
export interface Reader {
  readonly actor: string;
  readonly all: string;
}

/** The fields of `activityRow`, for `json_build_object`. */
export function activityFields(a: string, { actor, all }: Reader): string {
  const may = seen(a, actor, all);
  return `
    'id', ${a}.id, 'studio', ${studioLabelJson}, 'kind', ${a}.kind, 'title', ${a}.title, 'state', ${a}.state,
    'startsAt', ${a}.starts_at, 'endsAt', ${a}.ends_at,
    'people', (SELECT count(*) FROM activity_person p WHERE p.activity_id = ${a}.id),
    'maySee', ${may}, 'isMine', ${takesPart(a, actor)},
    'place', CASE WHEN ${may} THEN coalesce(room_of.short_name || ' ' || room.name, ${a}.place) END,
    'meetingLink', CASE WHEN ${may} THEN ${a}.meeting_link END`;
}
