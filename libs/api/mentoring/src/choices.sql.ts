/** A CTE: the people of the pairings in `picked`, each with the school, and with the cohort where they guide. */
const peopleOfPicked = `people AS MATERIALIZED (
    SELECT organisation_id, CASE WHEN id IN (SELECT mentor_id FROM picked) THEN cohort END AS cohort FROM person
    WHERE id IN (SELECT mentor_id FROM picked) OR id IN (SELECT mentee_id FROM picked)
  )`;

interface Places {
  readonly studios: string;
  readonly schools: string;
  readonly cohorts: string;
}

const fields = ({ studios, schools, cohorts }: Places): string => `
    'studios', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'subject', subject) ORDER BY code), '[]')
      FROM studio s WHERE ${studios}),
    'schools', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY code), '[]')
      FROM organisation g WHERE ${schools}),
    'cohorts', (SELECT coalesce(json_agg(cohort ORDER BY cohort), '[]') FROM ${cohorts})`;

const ofPicked = fields({
  studios: 'id IN (SELECT studio_id FROM picked)',
  schools: 'id IN (SELECT DISTINCT organisation_id FROM people)',
  cohorts: '(SELECT DISTINCT cohort FROM people WHERE cohort IS NOT NULL) AS cohorts',
});

// Along the indexes of pairings, one look for each place: of all pairings nobody reads each.
const isPaired = (part: string): string => `EXISTS (SELECT FROM pairing p WHERE p.${part} = o.id)`;
const ofAll = fields({
  studios: 'EXISTS (SELECT FROM pairing p WHERE p.studio_id = s.id)',
  schools: `EXISTS (SELECT FROM person o WHERE o.organisation_id = g.id
        AND (${isPaired('mentor_id')} OR ${isPaired('mentee_id')}))`,
  cohorts: `(SELECT DISTINCT cohort FROM person WHERE cohort IS NOT NULL) AS c
        WHERE EXISTS (SELECT FROM person o WHERE o.cohort = c.cohort AND ${isPaired('mentor_id')})`,
});

/**
 * What the pairings `p` that meet a condition can be narrowed to: a SELECT of one JSON of studios, schools and cohorts, and of
 * whatever fields follow.
 */
export const choicesOf = (condition: string, more = ''): string =>
  condition === 'true'
    ? `SELECT json_build_object(${ofAll}${more})::text`
    : `WITH picked AS MATERIALIZED (SELECT p.mentor_id, p.mentee_id, p.studio_id FROM pairing p WHERE ${condition}),
  ${peopleOfPicked}
  SELECT json_build_object(${ofPicked}${more})::text`;
