import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { cursorId, cursorSql, readCursor } from '@qinglan/api-scheduling';
import type { InputOf, listPairingsToActOn } from '@qinglan/contracts';
import { reasonsToAct } from '@qinglan/domain';
import { type Asked, Question } from './question';
import { hasRevision, isSigned, isStanding } from '../standing.sql';
import { isUnanswered, reasonRules } from './reasons.sql';
import { foundOf, type Turn } from './to-act-on.sql';
import { isAmber, isAtRisk, isRed, isUnderWay } from './tracking.sql';

type Query = InputOf<typeof listPairingsToActOn>['query'];

const place = cursorSql(`rank || '|' || waiting_days || '|' || id`);
const placeShape = new RegExp(String.raw`^(\d{1,2})\|(\d{1,9})\|${cursorId}$`);
const beforeAll = ['99', '0', '00000000-0000-0000-0000-000000000000'] as const;

const person = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'school', ${alias}_school.short_name)`;

/** The shares of a shown pairing that are at risk, and the one that stands worst. */
const standingOf = ({ today, inView }: Question): string => `
  SELECT bool_or(${isRed(today)}) AS red, bool_or(${isAmber(today)}) AS amber,
    (array_agg(json_build_object('kind', s.kind, 'due', s.due, 'done', s.done, 'lastDay', s.last_day,
      'tone', CASE WHEN ${isRed(today)} THEN 'red' ELSE 'amber' END)
      ORDER BY ${isRed(today)} DESC, s.due - s.done DESC, s.kind, s.first_day))[1] AS worst
  FROM obligation_share s WHERE s.pairing_id = p.id AND ${inView} AND ${isAtRisk(today)}`;

/** Every reason of a shown pairing: looked up for the few rows of a page. */
function reasonsJson({ today }: Question): string {
  const rules = reasonRules(today, {
    red: 'coalesce(standing.red, false)',
    amber: 'coalesce(standing.amber, false)',
    signed: isSigned('p'),
    revised: hasRevision('p'),
    unanswered: `EXISTS (SELECT FROM observation v WHERE v.pairing_id = p.id AND ${isUnanswered(today)})`,
    unconsented: 'p.id IN (SELECT id FROM unconsented)',
  });
  const each = reasonsToAct.map((reason) => `CASE WHEN ${rules[reason]} THEN '${reason}' END`);
  return `array_to_json(array_remove(ARRAY[${each.join(', ')}], NULL))`;
}

const list = (question: Question, turn: Turn): string => `
  WITH ${foundOf(question, turn)}, shown AS MATERIALIZED (
    SELECT * FROM found ORDER BY rank DESC, waiting_days DESC, id LIMIT ${turn.limit}
  )
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('pairingId', p.id, 'mentor', ${person('mentor')},
    'mentee', ${person('mentee')}, 'studio', studio.subject, 'state', p.state, 'waitingSince', p.since,
    'waitingDays', p.waiting_days, 'toDay', p.to_day, 'agreementState', p.agreement_state, 'hasRevision', ${hasRevision('p')}, 'reasons', ${reasonsJson(question)},
    'worst', CASE WHEN ${isUnderWay(question.today)} THEN standing.worst END)
    ORDER BY p.rank DESC, p.waiting_days DESC, p.id), '[]'),
    'next', CASE WHEN (SELECT count(*) FROM found) > ${turn.limit} THEN
      (SELECT ${place} FROM shown ORDER BY rank, waiting_days, id DESC LIMIT 1) END)::text
  FROM shown p
  JOIN person mentor ON mentor.id = p.mentor_id JOIN organisation mentor_school ON mentor_school.id = mentor.organisation_id
  JOIN person mentee ON mentee.id = p.mentee_id JOIN organisation mentee_school ON mentee_school.id = mentee.organisation_id
  LEFT JOIN studio ON studio.id = p.studio_id CROSS JOIN LATERAL (${standingOf(question)}) AS standing`;

/** Which pairings are listed whether or not they need somebody: those of a state or counted as running, overdue ones apart. */
function wantedOf(question: Question, state: Query['state']): string | null {
  if (!state) return null;
  if (state === 'running') return isStanding.running('p', question.today);
  return `p.state = ${question.place(state, 'text')} AND NOT ${isStanding.overdue('p', question.today)}`;
}

/** Pairings that need somebody, most urgent first. */
@Injectable()
export class ToActOnQueries {
  page(read: Read, asked: Asked, { limit, after, reason, state }: Query): Promise<string | null> {
    const question = new Question(asked);
    const [rank, days, id] = after === undefined ? beforeAll : readCursor(after, placeShape);
    const turn: Turn = {
      limit: question.place(limit, 'integer'),
      rank: question.place(rank, 'integer'),
      days: question.place(days, 'integer'),
      id: question.place(id, 'uuid'),
      reason,
      wanted: wantedOf(question, state),
    };
    const name = ['to-act-on', reason, state && (state === 'running' ? state : 'state')]
      .filter((part) => part !== undefined)
      .join('-');
    return read.text(question.statement(name, list(question, turn)), question.values);
  }
}
