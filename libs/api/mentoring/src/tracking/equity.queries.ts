import { Injectable } from '@nestjs/common';
import { extendJson, type Read } from '@qinglan/api-platform';
import { type Bin, giniOfBins } from '@qinglan/domain';
import { type Asked, Question } from './question';
import { hasBegun, isUnderWay, termJson } from './tracking.sql';

// A pairing counts in a term that it was to run in, even if it has ended since, and in one with visits after its last day.
const equity = ({ today, narrowed, asked }: Question): string => `
  WITH ${asked}, picked AS (
    SELECT p.id, p.mentor_id, p.mentee_id, p.state, p.to_day, greatest(p.from_day, t.first_day) AS first_day,
      least(${today}, t.last_day, p.ended_on) AS last_day,
      coalesce(p.ended_on, p.to_day, 'infinity') >= t.first_day AS is_of_term
    FROM pairing p CROSS JOIN asked t WHERE ${hasBegun} AND p.from_day <= least(${today}, t.last_day) AND ${narrowed}
  ), watched AS MATERIALIZED (
    SELECT p.id, p.mentor_id, p.mentee_id, p.state, p.to_day, coalesce(v.visits, 0) AS visits,
      CASE WHEN v.visits IS NULL THEN p.last_day - p.first_day
        ELSE greatest(v.longest_gap, v.first_day - p.first_day, p.last_day - v.last_day) END AS gap
    FROM picked p LEFT JOIN visit_count v ON v.term_code = (SELECT code FROM asked) AND v.pairing_id = p.id
    WHERE p.is_of_term OR v.visits > 0
  ), mentees AS (
    SELECT mentee_id, sum(visits) AS visits FROM watched GROUP BY mentee_id
  ), bins AS (
    SELECT visits, count(*) AS mentees FROM mentees GROUP BY visits
  ), longest AS (
    SELECT p.id, p.gap, p.mentor_id, p.mentee_id FROM watched p WHERE ${isUnderWay(today)} ORDER BY p.gap DESC, p.id LIMIT 1
  )
  SELECT json_build_object('term', ${termJson}, 'mentees', coalesce(sum(mentees), 0),
    'bins', coalesce(json_agg(json_build_object('value', visits, 'count', mentees) ORDER BY visits), '[]'),
    'longest', (SELECT json_build_object('days', l.gap, 'pairingId', l.id, 'mentor', mentor.name, 'mentee', mentee.name)
      FROM longest l JOIN person mentor ON mentor.id = l.mentor_id JOIN person mentee ON mentee.id = l.mentee_id))::text
  FROM bins`;

/** How evenly the visits of a term are spread. */
@Injectable()
export class EquityQueries {
  async equity(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    const text = await read.text(question.statement('equity', equity(question)), question.values);
    if (text === null) return null;
    const { bins } = JSON.parse(text) as { readonly bins: readonly Bin[] };
    return extendJson(text, { gini: giniOfBins(bins) });
  }
}
