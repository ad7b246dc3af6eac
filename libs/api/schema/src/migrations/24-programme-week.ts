import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody meets for holds sittings of programme items too. */
export class ProgrammeWeek1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE VIEW person_meeting AS
  SELECT p.person_id, 'activity' AS kind, a.id, a.kind AS sort, a.title, a.starts_at, a.ends_at,
    coalesce(org.short_name || ' ' || room.name, a.place) AS place, a.meeting_link, NULL::uuid AS lesson_id,
    NULL::uuid AS other_id, NULL::uuid AS item_id
  FROM activity_person p JOIN activity a ON a.id = p.activity_id AND a.state <> 'cancelled'
  LEFT JOIN classroom room ON room.id = a.classroom_id LEFT JOIN organisation org ON org.id = room.organisation_id
  UNION ALL
  SELECT r.asked_of_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_of_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, l.ends_at, NULL, NULL, r.lesson_id, r.asked_by_id, NULL
  FROM observation_request r JOIN pairing p ON p.id = r.pairing_id LEFT JOIN lesson l ON l.id = r.lesson_id
  WHERE r.state = 'accepted' AND (l.id IS NULL OR l.state NOT IN ('declined', 'expired', 'withdrawn', 'cancelled'))
  UNION ALL
  SELECT r.asked_by_id, 'observation', r.id,
    CASE WHEN (r.direction = 'mentor-hears') = (p.mentor_id = r.asked_by_id) THEN 'hears' ELSE 'is-heard' END,
    coalesce(r.topic, ''), r.starts_at, l.ends_at, NULL, NULL, r.lesson_id, r.asked_of_id, NULL
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
