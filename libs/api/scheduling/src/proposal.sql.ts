import { partyName, schoolLabelJson } from './lesson-card.sql';

/** What `proposalRowJson` reads from, beside a row of `proposal` under the alias `p`. */
export const proposalRowJoins = `
  JOIN LATERAL (
    SELECT json_object_agg(s.state, s.n) AS states, min(s.first) AS first, max(s.last) AS last,
           min(s.kind) AS kind, min(s.subject) AS subject, bool_or(s.state IN ('proposed', 'countered')) AS waits,
           bool_and(s.state = 'withdrawn') AS withdrawn, bool_and(s.state = 'expired') AS expired
    FROM (SELECT state, count(*) AS n, min(starts_at) AS first, max(starts_at) AS last, min(kind) AS kind,
                 min(subject) AS subject
          FROM lesson WHERE proposal_id = p.id GROUP BY state) s) row_lessons ON true`;

/** A proposal as the contract's `proposalRow`; `now` names the parameter of the moment. */
export const proposalRowJson = (now: string): string => `json_build_object(
  'id', p.id, 'seriesId', p.series_id, 'kind', row_lessons.kind, 'subject', row_lessons.subject,
  'fromSchool', ${schoolLabelJson('p.from_school_id')}, 'toSchool', ${schoolLabelJson('p.to_school_id')},
  'proposedBy', ${partyName('p.proposed_by')}, 'proposedAt', p.proposed_at, 'expiresAt', p.expires_at, 'message', p.message,
  'status', CASE
    WHEN row_lessons.waits THEN CASE WHEN p.expires_at <= ${now}::timestamptz THEN 'expired' ELSE 'open' END
    WHEN row_lessons.withdrawn THEN 'withdrawn' WHEN row_lessons.expired THEN 'expired' ELSE 'answered' END,
  'lessons', row_lessons.states, 'firstStartsAt', row_lessons.first, 'lastStartsAt', row_lessons.last,
  'version', p.version)`;
