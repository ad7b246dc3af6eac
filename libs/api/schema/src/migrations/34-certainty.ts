import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How sure the numbers of an item are beside the item itself, and items that are known because somebody entered them here. */
export class Certainty1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE programme_item
  DROP CONSTRAINT programme_item_certainty_known,
  ADD CONSTRAINT programme_item_certainty_known CHECK (certainty IN ('recorded', 'stated', 'inferred', 'demo')),
  -- A batch may be stated and how many came in it made up; null is as sure as the item.
  ADD COLUMN numbers_certainty text
    CONSTRAINT programme_item_numbers_certainty_known CHECK (numbers_certainty IN ('recorded', 'stated', 'inferred', 'demo'));

CREATE OR REPLACE VIEW report_item AS
SELECT i.id, i.code, i.title, i.category, i.category_words, i.ordinal, i.year, i.first_day, i.last_day, i.certainty,
  i.sender_id, sent.side_id AS sender_side, i.host_id, host.side_id AS host_side, i.people,
  coalesce(i.enrolled, rows.enrolled) AS enrolled,
  coalesce(i.attended, rows.attended) AS attended,
  coalesce(i.completed, rows.completed) AS completed,
  CASE WHEN i.category IN ('teaching-visit', 'medical-visit') THEN 'visitor'
    WHEN i.category = 'placement' THEN 'placed'
    WHEN i.category IN ('training', 'medical-class') THEN 'enrolled' ELSE 'participant' END AS population,
  i.source, i.note, coalesce(i.numbers_certainty, i.certainty) AS numbers_certainty
FROM programme_item i
LEFT JOIN organisation sent ON sent.id = i.sender_id
LEFT JOIN organisation host ON host.id = i.host_id
LEFT JOIN LATERAL (
  SELECT count(*)::int AS enrolled,
    CASE WHEN bool_and(e.attended IS NOT NULL) THEN count(*) FILTER (WHERE e.attended)::int END AS attended,
    CASE WHEN bool_and(e.completed IS NOT NULL) THEN count(*) FILTER (WHERE e.completed)::int END AS completed
  FROM enrolment e
  WHERE e.item_id = i.id AND e.state = 'enrolled' AND num_nulls(i.enrolled, i.attended, i.completed) > 0
  HAVING count(*) > 0) rows ON true
WHERE i.state = 'held';

CREATE OR REPLACE VIEW report_programme AS
SELECT i.id, i.code, i.title, i.category, i.category_words, i.ordinal, i.year, i.first_day, i.last_day, i.certainty,
  i.sender_id, i.sender_side, i.host_id, i.host_side, i.people, i.enrolled, i.attended, i.completed, i.population,
  i.source, i.note, CASE WHEN to_char(i.first_day, 'YYYY-MM') = to_char(i.last_day, 'YYYY-MM')
    THEN to_char(i.first_day, 'YYYY-MM') END AS month, i.title AS label, i.numbers_certainty
FROM report_item i;

-- Who is made up did not enrol, whatever is stated of the class.
CREATE OR REPLACE VIEW report_enrolment AS
SELECT e.id, e.item_id, e.person_id, p.organisation_id, i.year, i.first_day, i.last_day, e.state, e.attended,
  e.completed, i.category, CASE WHEN p.evidence = 'demo' THEN 'demo' ELSE e.certainty END AS certainty,
  'enrolled' AS population
FROM enrolment e
JOIN programme_item i ON i.id = e.item_id
JOIN person p ON p.id = e.person_id
WHERE i.state = 'held';
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
