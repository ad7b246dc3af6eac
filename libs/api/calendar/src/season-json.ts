/** The seasons of a bell schedule with their periods, as the contract has them; `schedule` is the alias of its row. */
export const seasonsOf = (schedule: string): string => `coalesce((
  SELECT json_agg(json_build_object(
    'name', s.name, 'firstDay', s.first_day, 'lastDay', s.last_day,
    'periods', coalesce((
      SELECT json_agg(json_build_object(
        'number', p.number, 'startsAt', to_char(p.starts_at, 'HH24:MI'), 'endsAt', to_char(p.ends_at, 'HH24:MI'),
        'kind', p.kind) ORDER BY p.number)
      FROM bell_period p WHERE p.bell_season_id = s.id), '[]')) ORDER BY s.first_day, s.name)
  FROM bell_season s WHERE s.bell_schedule_id = ${schedule}.id), '[]')`;
