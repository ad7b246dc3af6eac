import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An accepted request holds time like a lesson or a meeting, and follows its lesson with what it holds. */
export class ObserverHolds1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- When a lesson of no timetable of ours ends, if it was said: then both are held until then.
ALTER TABLE observation_request ADD COLUMN ends_at timestamptz,
  ADD CONSTRAINT observation_request_span CHECK (ends_at IS NULL OR (lesson_id IS NULL AND ends_at > starts_at));

-- Who observes a lesson of the timetable holds it by that lesson; of any other, both hold it by the request.
ALTER TABLE hold
  DROP CONSTRAINT hold_role_known,
  DROP CONSTRAINT hold_one_cause,
  ADD COLUMN request_id uuid CONSTRAINT hold_request REFERENCES observation_request (id),
  ADD CONSTRAINT hold_role_known CHECK (role IN (
    'presenter', 'local-teacher', 'presenting-class', 'receiving-class', 'presenting-classroom', 'receiving-classroom',
    'observer', 'participant', 'room')),
  ADD CONSTRAINT hold_one_cause CHECK (num_nonnulls(lesson_id, activity_id, sitting_id, request_id) = 1);
-- One party a part in a lesson, and of observers each one once: along the lesson, as before.
DROP INDEX hold_lesson_once;
CREATE UNIQUE INDEX hold_lesson_once ON hold (lesson_id, role, (CASE role WHEN 'observer' THEN party_id ELSE lesson_id END))
  WHERE lesson_id IS NOT NULL;
CREATE UNIQUE INDEX hold_request_once ON hold (request_id, party_id) WHERE request_id IS NOT NULL;

-- In the transaction of the move itself. Whose observer could not come along, and was let go by the move, is a question again.
CREATE OR REPLACE FUNCTION observation_request_follows() RETURNS trigger LANGUAGE plpgsql AS $follows$
BEGIN
  WITH let_go AS (
    SELECT r.id, h.released_at AS at FROM observation_request r JOIN pairing p ON p.id = r.pairing_id
    JOIN hold h ON h.lesson_id = r.lesson_id AND h.role = 'observer' AND h.released_at IS NOT NULL
      AND h.party_id = CASE r.direction WHEN 'mentor-hears' THEN p.mentor_id ELSE p.mentee_id END
    WHERE r.lesson_id = NEW.id AND r.state = 'accepted'),
  asked AS (
    UPDATE observation_request r SET state = 'asked', answered_at = NULL FROM let_go WHERE r.id = let_go.id)
  INSERT INTO history (subject_id, at, actor_id, act, detail)
  SELECT id, at, NULL, 'observation-request.asked',
    '{"before": {"state": "accepted"}, "after": {"state": "asked"}, "reason": "lesson-moved"}' FROM let_go;
  UPDATE observation_request
  SET moved_from = nullif(coalesce(moved_from, starts_at), NEW.starts_at), starts_at = NEW.starts_at,
    version = version + 1
  WHERE lesson_id = NEW.id AND state IN ('asked', 'accepted') AND starts_at <> NEW.starts_at;
  RETURN NULL;
END $follows$;

-- The pages of the two follow what becomes of the lesson that one asked the other to.
CREATE FUNCTION observation_request_told() RETURNS trigger LANGUAGE plpgsql AS $told$
BEGIN
  INSERT INTO outbox (type, body)
  SELECT 'mentoring.changed', jsonb_build_object('personIds', jsonb_build_array(r.asked_by_id, r.asked_of_id))
  FROM observation_request r WHERE r.lesson_id = NEW.id AND r.state IN ('asked', 'accepted');
  RETURN NULL;
END $told$;
CREATE TRIGGER observation_request_told_moved AFTER UPDATE OF starts_at ON lesson
  FOR EACH ROW WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION observation_request_told();
CREATE TRIGGER observation_request_told_called_off AFTER UPDATE OF state ON lesson
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND NEW.state IN ('declined', 'expired', 'withdrawn', 'cancelled'))
  EXECUTE FUNCTION observation_request_told();

-- What was promised before is held as far as nothing lies over it.
DO $held$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT DISTINCT l.id AS lesson_id, l.starts_at, l.ends_at,
      CASE r.direction WHEN 'mentor-hears' THEN p.mentor_id ELSE p.mentee_id END AS party_id
    FROM observation_request r JOIN pairing p ON p.id = r.pairing_id JOIN lesson l ON l.id = r.lesson_id
    WHERE r.state = 'accepted' AND l.state = 'confirmed' AND p.state IN ('active', 'paused', 'assessing')
  LOOP
    BEGIN
      INSERT INTO hold (lesson_id, party_id, role, starts_at, ends_at)
      VALUES (one.lesson_id, one.party_id, 'observer', one.starts_at, one.ends_at);
    EXCEPTION WHEN exclusion_violation THEN NULL;
    END;
  END LOOP;
END $held$;

-- What somebody meets for, with the end of an observation where it was said.
CREATE OR REPLACE VIEW person_meeting AS
  SELECT p.person_id, 'activity' AS kind, a.id, a.kind AS sort, a.title, a.starts_at, a.ends_at,
    coalesce(org.short_name || ' ' || room.name, a.place) AS place, a.meeting_link, NULL::uuid AS lesson_id,
    NULL::uuid AS other_id, NULL::uuid AS item_id
  FROM activity_person p JOIN activity a ON a.id = p.activity_id AND a.state <> 'cancelled'
  LEFT JOIN classroom room ON room.id = a.classroom_id LEFT JOIN organisation org ON org.id = room.organisation_id
  UNION ALL
  SELECT r.asked_of_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_of_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, coalesce(l.ends_at, r.ends_at), NULL, NULL, r.lesson_id, r.asked_by_id, NULL
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id LEFT JOIN lesson l ON l.id = r.lesson_id
  WHERE r.state = 'accepted' AND (l.id IS NULL OR l.state NOT IN ('declined', 'expired', 'withdrawn', 'cancelled'))
  UNION ALL
  SELECT r.asked_by_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_by_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, coalesce(l.ends_at, r.ends_at), NULL, NULL, r.lesson_id, r.asked_of_id, NULL
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id LEFT JOIN lesson l ON l.id = r.lesson_id
  WHERE r.state = 'accepted' AND (l.id IS NULL OR l.state NOT IN ('declined', 'expired', 'withdrawn', 'cancelled'))
  UNION ALL
  SELECT p.person_id, 'sitting', t.id, 'programme', coalesce(i.title || ' ' || t.topic, i.title), t.starts_at, t.ends_at,
    coalesce(org.short_name || ' ' || room.name, t.place), t.meeting_link, NULL::uuid, NULL::uuid, t.item_id
  FROM sitting_person p JOIN sitting t ON t.id = p.sitting_id AND t.state <> 'cancelled'
  JOIN programme_item i ON i.id = t.item_id
  LEFT JOIN classroom room ON room.id = t.classroom_id LEFT JOIN organisation org ON org.id = room.organisation_id
  UNION ALL
  -- Who is on the list of an item and not held by name comes too.
  SELECT e.person_id, 'sitting', t.id, 'programme', coalesce(i.title || ' ' || t.topic, i.title), t.starts_at, t.ends_at,
    coalesce(org.short_name || ' ' || room.name, t.place), t.meeting_link, NULL::uuid, NULL::uuid, t.item_id
  FROM enrolment e JOIN programme_item i ON i.id = e.item_id
  JOIN sitting t ON t.item_id = i.id AND t.state <> 'cancelled'
  LEFT JOIN classroom room ON room.id = t.classroom_id LEFT JOIN organisation org ON org.id = room.organisation_id
  WHERE e.state = 'enrolled'
    AND NOT EXISTS (SELECT FROM sitting_person p WHERE p.sitting_id = t.id AND p.person_id = e.person_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
