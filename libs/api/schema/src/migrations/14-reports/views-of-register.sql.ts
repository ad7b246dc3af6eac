import { dayOf } from './day-of';

/** What the register and the programme hold, as the report counts it. */
export const viewsOfRegister = `
-- A studio is there from the first thing known of it.
CREATE VIEW report_studio AS
SELECT s.id, s.id AS studio_id, coalesce(least(
    (SELECT min(p.from_day) FROM pairing p WHERE p.studio_id = s.id),
    (SELECT make_date(min(h.year), 1, 1) FROM studio_honour h WHERE h.studio_id = s.id),
    (SELECT ${dayOf('min(a.starts_at)')} FROM activity a WHERE a.studio_id = s.id),
    (SELECT ${dayOf('min(h.at)')} FROM history h WHERE h.subject_id = s.id)), DATE '1990-01-01') AS first_day,
  NULL::date AS last_day, s.evidence AS certainty, s.field, s.subject, s.host_id AS school_id, s.subject AS label
FROM studio s;

CREATE VIEW report_honour AS
SELECT h.id, make_date(h.year, 1, 1) AS first_day, make_date(h.year, 12, 31) AS last_day, h.evidence AS certainty,
  h.level, h.title, h.studio_id, s.field, s.host_id AS school_id, h.title AS label
FROM studio_honour h JOIN studio s ON s.id = h.studio_id;

CREATE VIEW report_person_honour AS
SELECT h.id, make_date(h.year, 1, 1) AS first_day, make_date(h.year, 12, 31) AS last_day, h.evidence AS certainty,
  h.level, h.title, (
    SELECT p.studio_id FROM pairing p WHERE p.mentee_id = h.person_id AND p.studio_id IS NOT NULL
      AND p.from_day <= make_date(h.year, 12, 31) ORDER BY p.from_day DESC, p.id LIMIT 1) AS studio_id,
  person.organisation_id AS school_id, h.person_id AS mentee_id, h.title AS label
FROM person_honour h JOIN person ON person.id = h.person_id;

-- A classroom is there from the year of a fact about its school's classroom, or from its entry.
CREATE VIEW report_classroom AS
SELECT c.id, coalesce(least(
    (SELECT make_date(min(s.year), 1, 1) FROM statement s
      WHERE s.organisation_ids @> ARRAY[c.organisation_id] AND s.about IN ('first-classroom', 'classroom')),
    (SELECT ${dayOf('min(h.at)')} FROM history h WHERE h.subject_id = c.id)), DATE '1990-01-01') AS first_day,
  NULL::date AS last_day, c.evidence AS certainty, c.endpoint, o.side_id AS side, o.stage,
  EXISTS (SELECT FROM statement s WHERE s.organisation_ids @> ARRAY[c.organisation_id] AND s.about = 'first-classroom')
    AND NOT EXISTS (SELECT FROM classroom b WHERE b.organisation_id = c.organisation_id AND b.code < c.code) AS is_first,
  c.organisation_id AS school_id, c.name AS label
FROM classroom c JOIN organisation o ON o.id = c.organisation_id;

-- An organisation is known from the first year in which anything names it.
CREATE VIEW report_organisation AS
SELECT o.id, o.id AS school_id, coalesce(least(
    (SELECT make_date(min(s.year), 1, 1) FROM statement s WHERE s.organisation_ids @> ARRAY[o.id]),
    (SELECT min(i.first_day) FROM programme_item i WHERE i.sender_id = o.id),
    (SELECT min(i.first_day) FROM programme_item i WHERE i.host_id = o.id),
    (SELECT min(p.from_day) FROM partnership p WHERE p.supporting_school_id = o.id),
    (SELECT min(p.from_day) FROM partnership p WHERE p.receiving_school_id = o.id),
    (SELECT ${dayOf('min(h.at)')} FROM history h WHERE h.subject_id = o.id)), DATE '1990-01-01') AS first_day,
  NULL::date AS last_day, o.evidence AS certainty, o.category, o.side_id AS side, o.stage, o.name AS label
FROM organisation o;

CREATE VIEW report_partnership AS
SELECT p.id, p.from_day AS first_day, p.to_day AS last_day, p.evidence AS certainty, p.receiving_school_id AS school_id,
  p.supporting_school_id, o.stage, o.name AS label
FROM partnership p JOIN organisation o ON o.id = p.receiving_school_id;

CREATE VIEW report_statement AS
SELECT s.id, make_date(s.year, 1, 1) AS first_day, make_date(s.year, 12, 31) AS last_day, s.evidence AS certainty, s.code,
  s.about, s.number, s.text_zh AS label
FROM statement s;

-- Items of the programme; a month only where begin and end leave no other.
CREATE VIEW report_programme AS
SELECT i.*, CASE WHEN to_char(i.first_day, 'YYYY-MM') = to_char(i.last_day, 'YYYY-MM')
    THEN to_char(i.first_day, 'YYYY-MM') END AS month, i.title AS label
FROM report_item i;
CREATE VIEW report_enrolled AS SELECT e.*, i.title AS label FROM report_enrolment e JOIN programme_item i ON i.id = e.item_id;
`;
