import { Injectable } from '@nestjs/common';
import { constraintOf, History, orNotFound, Refused, statement, type Tx } from '@qinglan/api-platform';
import {
  beijingDayOf,
  type ObligationTerms,
  type PairingId,
  type PersonId,
  type SigningParty,
  type Temporal,
  type TemplateId,
} from '@qinglan/domain';
import { MentoringNews } from './mentoring-news';
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
  `WITH unsigned AS (DELETE FROM agreement_signature WHERE pairing_id = $1 AND revision_id IS NULL)
   UPDATE pairing SET sheet_day = coalesce(sheet_day, from_day), template_id = $2, from_day = $3, to_day = $4, clauses = $5, agreement_state = 'written',
     version = version + 1 WHERE id = $1`,
);
// A period that is over before the later text counts stays as it was owed; one that goes on is owed by the later text whole.
const settle = statement(
  'mentoring-agreement-settle',
  `UPDATE obligation_share SET is_settled = true WHERE pairing_id = $1 AND last_day < greatest($2::date, $3::date)`,
);
// Who works with each other goes on doing so: the day on which that began is not moved.
const frameLater = statement(
  'mentoring-agreement-frame-later',
  `UPDATE pairing SET template_id = $2, to_day = $3, clauses = $4, agreement_state = 'written',
     owed_from = greatest($5::date, $6::date), version = version + 1 WHERE id = $1`,
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
   unsigned AS (DELETE FROM agreement_signature sg USING open WHERE sg.pairing_id = open.id AND sg.revision_id IS NULL),
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
     INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at, revision_id) VALUES ($1, $2, $3, $4, $5))
   UPDATE pairing SET version = version + 1 WHERE id = $1`,
);
const standing = statement(
  'mentoring-agreement-standing',
  `SELECT d.id AS "revisionId",
     ARRAY(SELECT sg.party FROM agreement_signature sg
       WHERE sg.pairing_id = p.id AND sg.revision_id IS NOT DISTINCT FROM d.id) AS "signedBy",
     CASE WHEN d.id IS NULL THEN (SELECT count(*)::int FROM obligation ob WHERE ob.pairing_id = p.id)
       ELSE jsonb_array_length(d.obligations) END AS obligations
   FROM pairing p LEFT JOIN agreement_revision d ON d.pairing_id = p.id AND d.state = 'draft' WHERE p.id = $1`,
);

/** The text that is to be signed: the draft where there is one, else the text of the pairing itself. */
export interface Standing {
  readonly revisionId: string | null;
  readonly signedBy: readonly SigningParty[];
  readonly obligations: number;
}

/** Under which text somebody puts which name. */
export interface Signature {
  readonly party: SigningParty;
  readonly revisionId: string | null;
  readonly actorId: PersonId;
  readonly at: Temporal.Instant;
}

function refuseKnown(error: unknown): never {
  throw constraintOf(error) === 'pairing_once' ? new Refused('pairing-exists', { cause: error }) : error;
}

/** The only writer of `obligation` and `agreement_signature`. */
@Injectable()
export class AgreementStore {
  constructor(
    private readonly shares: ShareBook,
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  /** The text of the pairing from now on; names under an earlier one are gone. Asked for a pairing that the transaction has locked. */
  async write(tx: Tx, pairingId: PairingId, row: AgreementRow): Promise<void> {
    await tx.run(frame, [pairingId, row.templateId, row.fromDay, row.toDay, row.clauses]).catch(refuseKnown);
    await this.owe(tx, pairingId, row);
  }

  /** The text of a pairing that runs from the day on which the last name is put, or the one it names where that is later. */
  async replace(tx: Tx, pairingId: PairingId, { row, at }: { row: AgreementRow; at: Temporal.Instant }): Promise<void> {
    const [fromDay, signedOn] = [row.fromDay, beijingDayOf(at).toString()];
    await tx.run(settle, [pairingId, fromDay, signedOn]);
    await tx.run(frameLater, [pairingId, row.templateId, row.toDay, row.clauses, fromDay, signedOn]);
    await this.owe(tx, pairingId, row);
  }

  private async owe(tx: Tx, pairingId: PairingId, row: AgreementRow): Promise<void> {
    await tx.run(obligations, [pairingId, JSON.stringify(row.obligations)]);
    await this.shares.renew(tx, [pairingId]);
    await this.news.tellOf(tx, [pairingId]);
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

  async sign(tx: Tx, pairingId: PairingId, { party, revisionId, ...by }: Signature): Promise<void> {
    await tx.run(sign, [pairingId, party, by.actorId, by.at.toString(), revisionId]);
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.signed', detail: { party, revisionId } }]);
    await this.news.tellOf(tx, [pairingId]);
  }

  /** What is to be signed, and who signed it. */
  async standing(tx: Tx, pairingId: PairingId): Promise<Standing> {
    return orNotFound(await tx.row<Standing>(standing, [pairingId]));
  }
}
