import { type PairingState, pairingStates } from '@qinglan/domain';
import { listed } from '../standing.sql';

const notYet: readonly PairingState[] = ['nominated', 'consenting'];

/** Pairings that are not agreed yet: known to those who have a part in them. */
export const unagreed = listed(notYet);
/** Pairings that began, whether or not they have ended. */
export const begun = listed(pairingStates.filter((state) => state !== 'lapsed' && !notYet.includes(state)));

/** A studio as activities and lessons name it, over `s` and its host `o`. */
export const studioLabelJson = `json_build_object('id', s.id, 'subject', s.subject, 'host', o.short_name)`;

/** Somebody with the school they belong to, by the aliases of a person and of the organisation. */
export const personJson = (person: string, school: string): string =>
  `json_build_object('id', ${person}.id, 'name', ${person}.name, 'school', ${school}.short_name)`;

/** The term of a side that holds on a day, or the next one; first and last day of it. */
export const termOn = (side: string, day: string): string => `
  (SELECT t.id, t.name, t.first_monday AS first_day, t.first_monday + t.week_count * 7 - 1 AS last_day FROM term t
   WHERE t.side_id = ${side} AND t.first_monday + t.week_count * 7 > ${day} ORDER BY t.first_monday LIMIT 1)`;
