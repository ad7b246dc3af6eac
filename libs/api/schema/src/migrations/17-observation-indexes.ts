import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request goes with its lesson, a week knows what somebody is asked to, and what waits for somebody is found at once. */
export class ObservationIndexes1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Where a request was first asked for, once its lesson was moved.
ALTER TABLE observation_request ADD COLUMN moved_from timestamptz;

-- In the transaction of the move itself, whoever moves the lesson. Who answers what they saw at the old time is told so.
CREATE FUNCTION observation_request_follows() RETURNS trigger LANGUAGE plpgsql AS $follows$
BEGIN
  UPDATE observation_request
  SET moved_from = nullif(coalesce(moved_from, starts_at), NEW.starts_at), starts_at = NEW.starts_at,
    version = version + 1
  WHERE lesson_id = NEW.id AND state IN ('asked', 'accepted') AND starts_at <> NEW.starts_at;
  RETURN NULL;
END $follows$;
CREATE TRIGGER observation_request_lesson_moved AFTER UPDATE OF starts_at ON lesson
  FOR EACH ROW WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION observation_request_follows();
-- Those whose lesson was moved before.
UPDATE observation_request r SET moved_from = r.starts_at, starts_at = l.starts_at, version = r.version + 1
FROM lesson l WHERE l.id = r.lesson_id AND r.state IN ('asked', 'accepted') AND l.starts_at <> r.starts_at;

-- What somebody meets for besides lessons: meetings of studios and accepted observations, with the other of an observation.
CREATE VIEW person_meeting AS
  SELECT p.person_id, 'activity' AS kind, a.id, a.kind AS sort, a.title, a.starts_at, a.ends_at,
    coalesce(org.short_name || ' ' || room.name, a.place) AS place, a.meeting_link, NULL::uuid AS lesson_id,
    NULL::uuid AS other_id
  FROM activity_person p JOIN activity a ON a.id = p.activity_id AND a.state <> 'cancelled'
  LEFT JOIN classroom room ON room.id = a.classroom_id LEFT JOIN organisation org ON org.id = room.organisation_id
  UNION ALL
  SELECT r.asked_of_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_of_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, l.ends_at, NULL, NULL, r.lesson_id, r.asked_by_id
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id LEFT JOIN lesson l ON l.id = r.lesson_id
  WHERE r.state = 'accepted' AND (l.id IS NULL OR l.state NOT IN ('declined', 'expired', 'withdrawn', 'cancelled'))
  UNION ALL
  SELECT r.asked_by_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_by_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, l.ends_at, NULL, NULL, r.lesson_id, r.asked_of_id
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id LEFT JOIN lesson l ON l.id = r.lesson_id
  WHERE r.state = 'accepted' AND (l.id IS NULL OR l.state NOT IN ('declined', 'expired', 'withdrawn', 'cancelled'));

-- What waits for an answer, however many were answered before.
CREATE INDEX observation_request_waiting_ix ON observation_request (asked_of_id, starts_at, id) WHERE state = 'asked';
-- Marks that are still to be given.
CREATE INDEX panel_mark_waiting_ix ON panel_mark (person_id) WHERE marked_at IS NULL;
-- Who arranged what is over and not written down.
CREATE INDEX activity_arranged_open_ix ON activity (arranged_by, ends_at) WHERE state = 'scheduled';
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
