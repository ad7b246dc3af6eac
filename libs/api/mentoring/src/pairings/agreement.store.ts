import { Injectable } from '@nestjs/common';
import { constraintOf, History, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { ObligationTerms, PairingId, PersonId, SigningParty, Temporal, TemplateId } from '@qinglan/domain';
import { ShareBook } from './share-book';

/** An agreement as it is written. */
export interface AgreementRow {
  readonly templateId: TemplateId | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly clauses: string;
  readonly obligations: readonly ObligationTerms[];
}

/** What the words of the register were understood to owe. */
export interface WordsRead {
  readonly pairingId: PairingId;
  readonly obligations: readonly ObligationTerms[];
  readonly isWhole: boolean;
}

const frame = statement(
  'mentoring-agreement-frame',
  `WITH unsigned AS (DELETE FROM agreement_signature WHERE pairing_id = $1)
   UPDATE pairing SET sheet_day = coalesce(sheet_day, from_day), template_id = $2, from_day = $3, to_day = $4, clauses = $5, agreement_state = 'written',
     version = version + 1 WHERE id = $1`,
);
const obligations = statement(
  'mentoring-agreement-obligations',
  `WITH wanted AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS o ("owedBy" text, kind text, number smallint, per text)),
   gone AS (DELETE FROM obligation WHERE pairing_id = $1 AND kind NOT IN (SELECT kind FROM wanted))
   INSERT INTO obligation (pairing_id, owed_by, kind, number, per)
   SELECT $1, "owedBy", kind, number, per FROM wanted
   ON CONFLICT ON CONSTRAINT obligation_once
     DO UPDATE SET owed_by = excluded.owed_by, number = excluded.number, per = excluded.per`,
);
// Words never overwrite what was written here; who signed the earlier words signs again.
const words = statement(
  'mentoring-agreement-words',
  `WITH given AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS g ("pairingId" uuid, "isWhole" boolean, obligations jsonb)),
   open AS (
     UPDATE pairing p SET agreement_state = CASE WHEN g."isWhole" THEN 'read' ELSE 'asks' END
     FROM given g WHERE p.id = g."pairingId" AND p.agreement_state <> 'written' RETURNING p.id, g.obligations),
   owed AS (
     SELECT open.id, o.* FROM open
     CROSS JOIN LATERAL jsonb_to_recordset(open.obligations) AS o ("owedBy" text, kind text, number smallint, per text)),
   unsigned AS (DELETE FROM agreement_signature sg USING open WHERE sg.pairing_id = open.id),
   gone AS (
     DELETE FROM obligation ob USING open
     WHERE ob.pairing_id = open.id AND NOT EXISTS (SELECT FROM owed WHERE owed.id = ob.pairing_id AND owed.kind = ob.kind))
   INSERT INTO obligation (pairing_id, owed_by, kind, number, per) SELECT id, "owedBy", kind, number, per FROM owed
   ON CONFLICT ON CONSTRAINT obligation_once
     DO UPDATE SET owed_by = excluded.owed_by, number = excluded.number, per = excluded.per`,
);
const sign = statement(
  'mentoring-agreement-sign',
  `WITH signed AS (
     INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at) VALUES ($1, $2, $3, $4))
   UPDATE pairing SET version = version + 1 WHERE id = $1`,
);
const signatures = statement(
  'mentoring-agreement-signed',
  'SELECT party FROM agreement_signature WHERE pairing_id = $1',
);
const owed = statement('mentoring-agreement-owed', 'SELECT count(*)::int AS n FROM obligation WHERE pairing_id = $1');

function refuseKnown(error: unknown): never {
  throw constraintOf(error) === 'pairing_once' ? new Refused('pairing-exists', { cause: error }) : error;
}

/** The only writer of `obligation` and `agreement_signature`. */
@Injectable()
export class AgreementStore {
  constructor(
    private readonly shares: ShareBook,
    private readonly history: History,
  ) {}

  /** A new text: who signed the earlier one signs again. Asked for a pairing that the transaction has locked. */
  async write(tx: Tx, pairingId: PairingId, row: AgreementRow): Promise<void> {
    await tx.run(frame, [pairingId, row.templateId, row.fromDay, row.toDay, row.clauses]).catch(refuseKnown);
    await tx.run(obligations, [pairingId, JSON.stringify(row.obligations)]);
    await this.shares.renew(tx, [pairingId]);
  }

  /** What the register says, for pairings whose agreement was not written here. */
  async readWords(tx: Tx, read: readonly WordsRead[]): Promise<void> {
    if (read.length === 0) return;
    await tx.run(words, [JSON.stringify(read)]);
    await this.shares.renew(
      tx,
      read.map(({ pairingId }) => pairingId),
    );
  }

  async sign(
    tx: Tx,
    pairingId: PairingId,
    by: { readonly party: SigningParty; readonly actorId: PersonId; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(sign, [pairingId, by.party, by.actorId, by.at.toString()]);
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.signed', detail: { party: by.party } }]);
  }

  /** Who signed, and how many things are owed. */
  async standing(tx: Tx, pairingId: PairingId) {
    const signed = await tx.rows<{ readonly party: SigningParty }>(signatures, [pairingId]);
    const count = await tx.row<{ readonly n: number }>(owed, [pairingId]);
    return { signedBy: signed.map(({ party }) => party), obligations: count?.n ?? 0 };
  }
}
