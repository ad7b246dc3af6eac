import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import {
  addDays,
  asId,
  type DaySpan,
  type ObligationId,
  type ObligationTerms,
  type PairingId,
  type PairingSpan,
  sharesOf,
  Temporal,
  type Term,
  wholeSpan,
} from '@qinglan/domain';

/** The terms of a side in one text; other terms are another text. */
export const termsText = (side: string): string =>
  `(SELECT coalesce(string_agg(t.code || ':' || t.first_monday || ':' || t.week_count, ' ' ORDER BY t.code), '')
    FROM term t WHERE t.side_id = ${side})`;

const lock = statement(
  'mentoring-shares-lock',
  'SELECT id FROM pairing WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
);

const load = statement(
  'mentoring-shares-of',
  `SELECT p.id AS "pairingId", p.from_day AS "fromDay", coalesce(p.ended_on, p.to_day) AS "toDay",
     p.owed_from AS "owedFrom", o.side_id AS "sideId",
     ${termsText('o.side_id')} AS "termsText",
     coalesce((SELECT json_agg(json_build_object('code', t.code, 'firstMonday', t.first_monday, 'weekCount', t.week_count))
        FROM term t WHERE t.side_id = o.side_id), '[]') AS terms,
     coalesce((SELECT json_agg(json_build_object('id', ob.id, 'owedBy', ob.owed_by, 'kind', ob.kind,
        'number', ob.number, 'per', ob.per, 'settledTo', (SELECT max(sh.last_day) FROM obligation_share sh
          WHERE sh.pairing_id = p.id AND sh.kind = ob.kind AND sh.is_settled))) FROM obligation ob WHERE ob.pairing_id = p.id), '[]') AS obligations,
     coalesce((SELECT json_agg(json_build_object('first', pa.first_day, 'last', pa.last_day))
        FROM pairing_pause pa WHERE pa.pairing_id = p.id), '[]') AS pauses
   FROM pairing p JOIN person m ON m.id = p.mentee_id JOIN organisation o ON o.id = m.organisation_id
   WHERE p.id = ANY($1::uuid[])`,
);
// What an earlier text asked for stays, as far as the pairing went.
const clear = statement(
  'mentoring-shares-clear',
  `DELETE FROM obligation_share s USING pairing p
   WHERE s.pairing_id = ANY($1::uuid[]) AND p.id = s.pairing_id AND (NOT s.is_settled OR s.first_day > p.ended_on)`,
);
const write = statement(
  'mentoring-shares-write',
  `INSERT INTO obligation_share (obligation_id, pairing_id, kind, first_day, last_day, due, done)
   SELECT s.obligation, s.pairing, s.kind, s.first, s.last, s.due,
     (SELECT count(*) FROM credit c WHERE c.pairing_id = s.pairing AND c.kind = s.kind
        AND c.on_day BETWEEN s.first AND s.last AND c.withdrawn_at IS NULL)
   FROM jsonb_to_recordset($1::jsonb) AS s (obligation uuid, pairing uuid, kind text, first date, last date, due smallint)`,
);
const mark = statement(
  'mentoring-shares-mark',
  `UPDATE pairing p SET shares_of = m."termsText"
   FROM jsonb_to_recordset($1::jsonb) AS m ("pairingId" uuid, "termsText" text) WHERE p.id = m."pairingId"`,
);
const stale = statement(
  'mentoring-shares-stale',
  `WITH side AS (SELECT s.id, ${termsText('s.id')} AS terms FROM side s)
   SELECT p.id FROM pairing p
   JOIN person m ON m.id = p.mentee_id
   JOIN organisation o ON o.id = m.organisation_id
   JOIN side ON side.id = o.side_id
   WHERE p.shares_of IS DISTINCT FROM side.terms AND p.state <> 'lapsed'
   ORDER BY p.id LIMIT $1`,
);

interface Loaded {
  readonly pairingId: PairingId;
  readonly fromDay: string;
  readonly toDay: string | null;
  /** Periods that are over before are owed by an earlier text. */
  readonly owedFrom: string | null;
  readonly sideId: string;
  /** Read with the terms themselves: what is marked is what was reckoned with. */
  readonly termsText: string;
  readonly terms: readonly TermRow[];
  readonly obligations: readonly OwedTerms[];
  readonly pauses: readonly { readonly first: string; readonly last: string | null }[];
}

type OwedTerms = ObligationTerms & {
  readonly id: ObligationId;
  /** The last day that an earlier text asked for this kind of, where one did. */
  readonly settledTo: string | null;
};

interface TermRow {
  readonly code: string;
  readonly firstMonday: string;
  readonly weekCount: number;
}

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const farAway = '9999-12-31';

const spanOf = ({ fromDay, toDay, pauses }: Loaded): PairingSpan => ({
  firstDay: dayOf(fromDay),
  lastDay: toDay === null ? null : dayOf(toDay),
  pauses: pauses.map(({ first, last }): DaySpan => ({ firstDay: dayOf(first), lastDay: dayOf(last ?? farAway) })),
});

const termsOf = ({ sideId, terms }: Loaded): readonly Term[] =>
  terms.map(({ code, firstMonday, weekCount }) => ({
    id: asId(code),
    sideId,
    firstMonday: dayOf(firstMonday),
    weekCount,
  }));

/** What the text in force asks for: of each kind from where an earlier one ended, and nothing that was over before it counted. */
function owedSpan(pairing: Loaded, { settledTo }: OwedTerms): PairingSpan {
  const span = spanOf(pairing);
  if (settledTo === null) return span;
  return { ...span, firstDay: addDays(dayOf(settledTo), 1), lastDay: wholeSpan(span).lastDay };
}

function sharesOfPairing(pairing: Loaded) {
  const own = termsOf(pairing);
  const owedFrom = pairing.owedFrom === null ? null : dayOf(pairing.owedFrom);
  const isOwed = ({ lastDay }: DaySpan) => owedFrom === null || Temporal.PlainDate.compare(lastDay, owedFrom) >= 0;
  return pairing.obligations.flatMap((obligation) =>
    sharesOf(obligation, owedSpan(pairing, obligation), own)
      .filter(isOwed)
      .map(({ firstDay, lastDay, due }) => ({
        obligation: obligation.id,
        pairing: pairing.pairingId,
        kind: obligation.kind,
        first: firstDay.toString(),
        last: lastDay.toString(),
        due,
      })),
  );
}

/** What is due in which period: made anew from agreement, span, pauses and terms whenever one of them changes. */
@Injectable()
export class ShareBook {
  /** As many statements however many pairings; what was paid is counted anew. */
  async renew(tx: Tx, pairingIds: readonly PairingId[]): Promise<void> {
    if (pairingIds.length === 0) return;
    await tx.run(lock, [pairingIds]);
    await tx.run(clear, [pairingIds]);
    const pairings = await tx.rows<Loaded>(load, [pairingIds]);
    const shares = pairings.flatMap(sharesOfPairing);
    if (shares.length > 0) await tx.run(write, [JSON.stringify(shares)]);
    await tx.run(mark, [
      JSON.stringify(pairings.map(({ pairingId, termsText: text }) => ({ pairingId, termsText: text }))),
    ]);
  }

  /** Pairings whose shares were made from other terms than those known now, or never. */
  async stale(read: Read, most: number): Promise<readonly PairingId[]> {
    return (await read.rows<{ readonly id: PairingId }>(stale, [most])).map(({ id }) => id);
  }
}
