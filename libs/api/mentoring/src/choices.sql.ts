/** A CTE: the people of the pairings in `picked`, each with the school, and with the cohort where they guide. */
export const peopleOfPicked = `people AS MATERIALIZED (
    SELECT organisation_id, CASE WHEN id IN (SELECT mentor_id FROM picked) THEN cohort END AS cohort FROM person
    WHERE id IN (SELECT mentor_id FROM picked) OR id IN (SELECT mentee_id FROM picked)
  )`;

/** What the pairings in `picked` can be narrowed to: studios, schools and cohorts, as fields of JSON. */
export const choiceFields = `
    'studios', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'subject', subject) ORDER BY code), '[]')
      FROM studio WHERE id IN (SELECT studio_id FROM picked)),
    'schools', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY code), '[]')
      FROM organisation WHERE id IN (SELECT organisation_id FROM people)),
    'cohorts', (SELECT coalesce(json_agg(cohort ORDER BY cohort), '[]')
      FROM (SELECT DISTINCT cohort FROM people WHERE cohort IS NOT NULL) AS cohorts)`;
