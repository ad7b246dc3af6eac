import { owedDaysOutsideTerms } from '@qinglan/domain';
import { isStanding } from '../standing.sql';

/** Somebody is expected to come and to pay: the same as the rule of this name says. */
export const isUnderWay = (today: string): string => `(${isStanding.running('p', today)} AND p.state <> 'paused')`;

/** The two have worked with each other, whatever became of it. */
export const hasBegun = `NOT ${isStanding.asked('p')} AND p.state <> 'lapsed'`;

/** The share `s` fails: the same as `shareTone` says of it. */
export const isRed = (today: string): string => `s.red_from <= ${today}`;

/** The share `s` is late and does not fail yet. */
export const isAmber = (today: string): string => `(s.amber_from <= ${today} AND s.red_from > ${today})`;

/** The share `s` fails or is late. */
export const isAtRisk = (today: string): string => `least(s.amber_from, s.red_from) <= ${today}`;

/** The share `s` is neither done nor at risk. */
export const isFair = (today: string): string => `(s.done < s.due AND NOT ${isAtRisk(today)})`;

/** The shares `s` that touch a span of days. */
export const sharesBetween = (from: string, to: string): string => `s.first_day <= ${to} AND s.last_day >= ${from}`;

/** A CTE: from which day on what ended unpaid is still owed, for mentees of each side. */
export const owedSince = (today: string): string => `owed_since AS MATERIALIZED (
  SELECT side.id AS side_id, coalesce((SELECT max(t.first_monday) FROM term t WHERE t.side_id = side.id
    AND t.first_monday <= ${today} AND t.first_monday + t.week_count * 7 > ${today}),
    ${today} - ${String(owedDaysOutsideTerms)}) AS day FROM side)`;

// Pairings with the day since which their mentee’s side owes: looked up only where the sides differ.
const owedLonger = `SELECT owing.id, since.day FROM pairing owing JOIN person owes ON owes.id = owing.mentee_id
  JOIN organisation place ON place.id = owes.organisation_id JOIN owed_since since ON since.side_id = place.side_id
  WHERE since.day < (SELECT max(day) FROM owed_since)`;

/** The shares `s` that hold today, and those that ended unpaid in the current term of the mentee's side, as `isInView` says. */
export const sharesInView = (today: string): string => `(s.first_day <= ${today}
  AND s.last_day >= (SELECT min(day) FROM owed_since) AND (s.last_day >= ${today} OR (s.done < s.due
    AND (s.last_day >= (SELECT max(day) FROM owed_since) OR (s.last_day >= (SELECT min(day) FROM owed_since)
      AND EXISTS (SELECT FROM (${owedLonger}) longer WHERE longer.id = s.pairing_id AND s.last_day >= longer.day))))))`;

/** A term as JSON, or null. */
export const termJson = `(SELECT json_build_object('code', code, 'name', name, 'firstDay', first_day, 'lastDay', last_day) FROM asked)`;
