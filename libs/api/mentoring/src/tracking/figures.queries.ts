import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { silenceDays } from '@qinglan/domain';
import { type Asked, Question } from './question';
import { isStanding } from '../standing.sql';
import { isAmber, isFair, isRed, isUnderWay, termJson } from './tracking.sql';

const figures = ({ today, narrowed, inView, asked, isCounted }: Question): string => `
  WITH ${asked}, picked AS MATERIALIZED (
    SELECT p.id, p.state, p.waiting_since AS since, p.to_day FROM pairing p WHERE ${narrowed}
  ), states AS (
    SELECT p.state, count(*) AS pairings,
      count(*) FILTER (WHERE ${isUnderWay(today)} AND p.since <= ${today} - ${String(silenceDays)}) AS waiting,
      count(*) FILTER (WHERE ${isStanding.running('p', today)}) AS running,
      count(*) FILTER (WHERE ${isStanding.overdue('p', today)}) AS overdue, count(*) FILTER (WHERE ${isStanding.asked('p')}) AS asked
    FROM picked p GROUP BY p.state
  ), standing AS (
    SELECT count(*) FILTER (WHERE ${isFair(today)}) AS fair, count(*) FILTER (WHERE ${isAmber(today)}) AS amber,
      count(*) FILTER (WHERE ${isRed(today)}) AS red
    FROM obligation_share s JOIN picked p ON p.id = s.pairing_id
    WHERE ${inView} AND s.done < s.due AND ${isCounted}
  )
  SELECT json_build_object('term', ${termJson},
    'running', (SELECT coalesce(sum(running), 0) FROM states), 'asked', (SELECT coalesce(sum(asked), 0) FROM states),
    'states', (SELECT coalesce(json_agg(json_build_object('state', state, 'pairings', pairings - overdue) ORDER BY state), '[]')
      FROM states WHERE pairings > overdue),
    'waiting', (SELECT coalesce(sum(waiting), 0) FROM states), 'fair', fair, 'amber', amber, 'red', red,
    'overdue', (SELECT coalesce(sum(overdue), 0) FROM states))::text
  FROM standing`;

/** How many pairings run, wait, and are at risk. */
@Injectable()
export class FiguresQueries {
  figures(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    return read.text(question.statement('figures', figures(question)), question.values);
  }

  totals(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    return read.text(question.statement('totals', totals(question)), question.values);
  }
}

const totals = ({ today, narrowed, inView, asked, isCounted }: Question): string => `
  WITH ${asked}, picked AS (SELECT p.id FROM pairing p WHERE ${isCounted} AND ${narrowed}),
  kinds AS (
    SELECT s.kind, count(*) AS obligations, sum(s.due) AS due, sum(least(s.done, s.due)) AS done,
      count(*) FILTER (WHERE ${isFair(today)}) AS fair, count(*) FILTER (WHERE ${isAmber(today)}) AS amber,
      count(*) FILTER (WHERE ${isRed(today)}) AS red
    FROM obligation_share s JOIN picked p ON p.id = s.pairing_id
    WHERE ${inView} AND s.due > 0 GROUP BY s.kind
  )
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('kind', kind, 'obligations', obligations,
    'due', due, 'done', done, 'fair', fair, 'amber', amber, 'red', red) ORDER BY kind), '[]'))::text
  FROM kinds`;
