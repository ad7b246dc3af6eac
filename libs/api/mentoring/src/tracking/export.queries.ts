import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { ObligationKind, PairingState } from '@qinglan/domain';
import { isStanding } from '../standing.sql';
import { type Asked, Question } from './question';
import { isUnderWay } from './tracking.sql';

/** A pairing as the workbook shows it. */
export interface ExportedPairing {
  readonly id: string;
  readonly studio: string | null;
  readonly mentorCode: string;
  readonly mentor: string;
  readonly mentorSchool: string;
  readonly menteeCode: string;
  readonly mentee: string;
  readonly menteeSchool: string;
  readonly cohort: string | null;
  readonly state: PairingState;
  /** Past its last day, and nobody has said how it ends. */
  readonly isOverdue: boolean;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly endedOn: string | null;
  readonly lastContactOn: string | null;
  /** Days without contact; null where nobody waits any more. */
  readonly waitingDays: number | null;
  /** What is due and done of each kind that is owed. */
  readonly balances: Readonly<Partial<Record<ObligationKind, readonly [due: number, done: number]>>>;
}

const batch = ({ today, narrowed, inView, asked }: Question, beyond: string, limit: string): string => `
  WITH ${asked}, picked AS MATERIALIZED (
    SELECT p.*, mentor.code AS mentor_code, mentor.name AS mentor, mentor.organisation_id AS mentor_school,
      mentee.code AS mentee_code, mentee.name AS mentee, mentee.organisation_id AS mentee_school,
      mentor.cohort AS cohort
    FROM pairing p JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
    WHERE ${narrowed} AND ${beyond} ORDER BY mentor.code, mentee.code, p.id LIMIT ${limit}
  )
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'studio', studio.subject, 'mentorCode', p.mentor_code,
    'mentor', p.mentor, 'mentorSchool', one.name, 'menteeCode', p.mentee_code, 'mentee', p.mentee, 'menteeSchool', other.name,
    'cohort', p.cohort, 'state', p.state, 'isOverdue', ${isStanding.overdue('p', today)}, 'fromDay', p.from_day, 'toDay', p.to_day, 'endedOn', p.ended_on,
    'lastContactOn', p.last_contact_on,
    'waitingDays', CASE WHEN ${isUnderWay(today)} THEN greatest(0, ${today} - p.waiting_since) END,
    'balances', (SELECT coalesce(json_object_agg(kind, json_build_array(due, done)), '{}') FROM (
      SELECT s.kind, sum(s.due) AS due, sum(least(s.done, s.due)) AS done FROM obligation_share s
      WHERE s.pairing_id = p.id AND ${inView} GROUP BY s.kind) AS owed))
    ORDER BY p.mentor_code, p.mentee_code, p.id), '[]')::text
  FROM picked p JOIN organisation one ON one.id = p.mentor_school JOIN organisation other ON other.id = p.mentee_school
  LEFT JOIN studio ON studio.id = p.studio_id`;

/** Pairings for the workbook, some at a time. */
@Injectable()
export class ExportQueries {
  /** Those that follow a pairing, by the numbers of mentor and mentee; null for who may not track. */
  async batch(read: Read, asked: Asked, after: ExportedPairing | null): Promise<readonly ExportedPairing[] | null> {
    const question = new Question(asked);
    const limit = question.place(ExportQueries.size, 'integer');
    const last = [after?.mentorCode ?? '', after?.menteeCode ?? ''].map((code) => question.place(code, 'text'));
    const id = question.place(after?.id ?? '00000000-0000-0000-0000-000000000000', 'uuid');
    const beyond = `(mentor.code, mentee.code, p.id) > (${last.join(', ')}, ${id})`;
    const text = await read.text(question.statement('export', batch(question, beyond, limit)), question.values);
    return text === null ? null : (JSON.parse(text) as readonly ExportedPairing[]);
  }

  static readonly size = 1000;
}
