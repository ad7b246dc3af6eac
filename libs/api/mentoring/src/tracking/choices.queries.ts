import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { type Asked, Question } from './question';

const choices = ({ narrowed }: Question): string => `
  WITH picked AS MATERIALIZED (SELECT p.mentor_id, p.mentee_id, p.studio_id FROM pairing p WHERE ${narrowed}),
  people AS MATERIALIZED (
    SELECT organisation_id, CASE WHEN id IN (SELECT mentor_id FROM picked) THEN cohort END AS cohort FROM person
    WHERE id IN (SELECT mentor_id FROM picked) OR id IN (SELECT mentee_id FROM picked)
  )
  SELECT json_build_object(
    'studios', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'subject', subject) ORDER BY code), '[]')
      FROM studio WHERE id IN (SELECT studio_id FROM picked)),
    'schools', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY code), '[]')
      FROM organisation WHERE id IN (SELECT organisation_id FROM people)),
    'cohorts', (SELECT coalesce(json_agg(cohort ORDER BY cohort), '[]')
      FROM (SELECT DISTINCT cohort FROM people WHERE cohort IS NOT NULL) AS cohorts),
    'terms', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'firstDay', first_day,
      'lastDay', last_day) ORDER BY first_day DESC, code), '[]') FROM term_span))::text`;

/** What the filters of the board offer. */
@Injectable()
export class ChoicesQueries {
  choices(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    return read.text(question.statement('choices', choices(question)), question.values);
  }
}
