import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { completionGate, type GateFacts, type PairingId, type Requirement, Temporal } from '@qinglan/domain';
import { arrayJson } from './sql';

const shareJson = `json_build_object('firstDay', s.first_day, 'lastDay', s.last_day, 'due', s.due, 'done', s.done)`;

// What was credited names the lesson where there was one; a reader wants to open the thing itself.
const thingOf = `CASE c.source
  WHEN 'observation' THEN coalesce((SELECT ob.id FROM observation ob WHERE ob.pairing_id = c.pairing_id
    AND ob.direction = c.kind AND c.source_key IN (ob.id, ob.lesson_id) LIMIT 1), c.source_key)
  WHEN 'open-lesson' THEN coalesce((SELECT ol.id FROM open_lesson ol WHERE ol.pairing_id = c.pairing_id
    AND c.source_key IN (ol.id, ol.lesson_id) LIMIT 1), c.source_key)
  ELSE c.source_key END`;

const ref = (of: string, id: string, named: string): string =>
  `json_build_object('of', ${of}, 'id', ${id}, 'title', ${named})`;

// Of a recursive query Postgres expects a hundred rows where there are one or two, and would read whole tables for them.
const inFile = (row: string): string => `${row}.pairing_id = ANY (ARRAY(SELECT id FROM file))`;

/** File and debts reach back through every pairing that this one carries on. */
const gate = statement(
  'growth-gate',
  `WITH RECURSIVE file AS (
     SELECT p.id, p.continues_id, 0 AS back FROM pairing p WHERE p.id = $1
     UNION ALL SELECT p.id, p.continues_id, f.back + 1 FROM pairing p JOIN file f ON p.id = f.continues_id)
   SELECT json_build_object(
     'obligations', (SELECT ${arrayJson(
       `json_build_object('kind', o.kind, 'owedBy', o.owed_by, 'shares',
         (SELECT ${arrayJson(shareJson, 's.first_day')} FROM obligation_share s WHERE s.obligation_id = ANY(o.ids)))`,
       'o.owed_by DESC, o.kind',
     )} FROM (SELECT ob.owed_by, ob.kind, array_agg(ob.id) AS ids FROM obligation ob
         WHERE ${inFile('ob')} GROUP BY ob.owed_by, ob.kind) o),
     'signatures', (SELECT count(sg.party) FROM pairing p LEFT JOIN agreement_signature sg ON sg.pairing_id = p.id AND sg.revision_id IS NULL
       WHERE p.id = $1 AND p.agreement_state = 'written' GROUP BY p.id),
     'credits', (SELECT ${arrayJson(
       `json_build_object('kind', c.kind, 'evidence',
         ${ref('c.source', thingOf, `c.title, 'onDay', c.on_day`)})`,
       'f.back, c.on_day DESC, c.id',
     )} FROM credit c JOIN file f ON f.id = c.pairing_id WHERE ${inFile('c')} AND c.withdrawn_at IS NULL),
     'plan', (SELECT json_build_object('goals', jsonb_array_length(g.goals), 'pairingId', f.id)
       FROM growth_plan g JOIN file f ON f.id = g.pairing_id WHERE ${inFile('g')} ORDER BY f.back LIMIT 1),
     'observations', (SELECT ${arrayJson(
       `json_build_object('direction', ob.direction, 'evidence',
         ${ref(`'observation'`, 'ob.id', `coalesce(ob.topic, ob.subject, ''), 'onDay', ob.on_day`)})`,
       'f.back, ob.on_day DESC, ob.id',
     )} FROM observation ob JOIN file f ON f.id = ob.pairing_id
       WHERE ${inFile('ob')} AND ob.countersigned_at IS NOT NULL),
     'passed', (SELECT ${arrayJson(
       ref(
         `'open-lesson'`,
         'ol.id',
         `coalesce(ol.topic, l.topic, l.subject),
         'onDay', coalesce(ol.on_day, (l.starts_at AT TIME ZONE 'Asia/Shanghai')::date)`,
       ),
       'f.back, ol.closed_at',
     )} FROM open_lesson ol JOIN file f ON f.id = ol.pairing_id LEFT JOIN lesson l ON l.id = ol.lesson_id
       WHERE ${inFile('ol')} AND ol.is_passed)) AS facts`,
);

interface GateRow {
  readonly signatures: number | null;
  readonly obligations: readonly {
    readonly kind: GateFacts['obligations'][number]['kind'];
    readonly owedBy: GateFacts['obligations'][number]['owedBy'];
    readonly shares: readonly {
      readonly firstDay: string;
      readonly lastDay: string;
      readonly due: number;
      readonly done: number;
    }[];
  }[];
  readonly credits: GateFacts['credits'];
  readonly plan: { readonly goals: number; readonly pairingId: string } | null;
  readonly observations: GateFacts['observations'];
  readonly passed: GateFacts['passed'];
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const factsOf = (row: GateRow, today: Temporal.PlainDate): GateFacts => ({
  today,
  signatures: row.signatures,
  obligations: row.obligations.map((one) => ({
    ...one,
    shares: one.shares.map((share) => ({ ...share, firstDay: day(share.firstDay), lastDay: day(share.lastDay) })),
  })),
  credits: row.credits,
  goals: row.plan?.goals ?? 0,
  plan: row.plan ? { of: 'plan', id: row.plan.pairingId, title: '', onDay: null } : null,
  observations: row.observations,
  passed: row.passed,
});

/** How far a pairing is from completion. */
@Injectable()
export class GateQueries {
  /** Every line of the gate with its evidence, on that Beijing day. */
  async gate(read: Read, pairingId: PairingId, today: Temporal.PlainDate): Promise<readonly Requirement[]> {
    const { facts } = orNotFound(await read.row<{ readonly facts: GateRow }>(gate, [pairingId]));
    return completionGate(factsOf(facts, today));
  }
}
