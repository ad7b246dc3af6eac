import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, orNotFound, statement, type Tx } from '@qinglan/api-platform';
import type { PairingId } from '@qinglan/domain';
import { type AgreementRow, AgreementStore } from './agreement.store';
import { MentoringNews } from './mentoring-news';

const drop = statement(
  'mentoring-revision-drop',
  `WITH dropped AS (
     UPDATE agreement_revision SET state = 'dropped', settled_at = $2 WHERE pairing_id = $1 AND state = 'draft' RETURNING id),
   changed AS (UPDATE pairing SET version = version + 1 WHERE id = $1 AND EXISTS (SELECT FROM dropped))
   SELECT id FROM dropped`,
);
const add = statement(
  'mentoring-revision-add',
  `WITH added AS (
     INSERT INTO agreement_revision (pairing_id, template_id, from_day, to_day, clauses, obligations, written_at, written_by)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8))
   UPDATE pairing SET version = version + 1 WHERE id = $1`,
);
const replace = statement(
  'mentoring-revision-replace',
  `UPDATE agreement_revision SET state = 'replaced' WHERE pairing_id = $1 AND state = 'in-force' RETURNING id`,
);
// The first text was never a revision: it is kept as one before another takes its place.
const keep = statement(
  'mentoring-revision-keep',
  `INSERT INTO agreement_revision (pairing_id, state, template_id, from_day, to_day, clauses, obligations)
   SELECT p.id, 'replaced', p.template_id, p.from_day, p.to_day, p.clauses,
     coalesce((SELECT jsonb_agg(jsonb_build_object('owedBy', ob.owed_by, 'kind', ob.kind, 'number', ob.number,
       'per', ob.per) ORDER BY ob.owed_by DESC, ob.kind) FROM obligation ob WHERE ob.pairing_id = p.id), '[]')
   FROM pairing p WHERE p.id = $1 RETURNING id`,
);
const namesTo = statement(
  'mentoring-revision-names-kept',
  'UPDATE agreement_signature SET revision_id = $2 WHERE pairing_id = $1 AND revision_id IS NULL',
);
const namesFrom = statement(
  'mentoring-revision-names-count',
  'UPDATE agreement_signature SET revision_id = NULL WHERE revision_id = $1',
);
const settle = statement(
  'mentoring-revision-in-force',
  `UPDATE agreement_revision SET state = 'in-force', settled_at = $2 WHERE id = $1`,
);
const text = statement(
  'mentoring-revision-text',
  `SELECT template_id AS "templateId", from_day AS "fromDay", to_day AS "toDay", clauses, obligations
   FROM agreement_revision WHERE id = $1`,
);

/** A text, and who wrote it. */
export interface Written {
  readonly row: AgreementRow;
  readonly by: By;
}

/** Texts beside the one in force and texts that were in force: the only writer of `agreement_revision`. */
@Injectable()
export class RevisionStore {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  /** A draft that waits for three names; an earlier draft is dropped. Asked for a pairing that the transaction has locked. */
  async draft(tx: Tx, pairingId: PairingId, { row, by }: Written): Promise<void> {
    await tx.run(drop, [pairingId, by.at.toString()]);
    const { templateId, fromDay, toDay, clauses, obligations } = row;
    const values = [pairingId, templateId, fromDay, toDay, clauses, JSON.stringify(obligations)];
    await tx.run(add, [...values, by.at.toString(), by.actorId]);
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.revision', detail: { after: row } }]);
    await this.news.tellOf(tx, [pairingId]);
  }

  /** The draft waits no longer; false where there is none. */
  async withdraw(tx: Tx, pairingId: PairingId, by: By): Promise<boolean> {
    const dropped = await tx.rows(drop, [pairingId, by.at.toString()]);
    if (dropped.length === 0) return false;
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.revision-withdrawn', detail: {} }]);
    await this.news.tellOf(tx, [pairingId]);
    return true;
  }

  /** All three signed the draft: it is what is owed from now on, and the earlier text is kept with its names. */
  async takeOver(tx: Tx, pairingId: PairingId, { revisionId, by }: { revisionId: string; by: By }): Promise<void> {
    const earlier = (await this.found(tx, replace, pairingId)) ?? orNotFound(await this.found(tx, keep, pairingId));
    await tx.run(namesTo, [pairingId, earlier]);
    const [before, after] = [await this.text(tx, earlier), await this.text(tx, revisionId)];
    await this.agreements.replace(tx, pairingId, { row: after, at: by.at });
    await tx.run(namesFrom, [revisionId]);
    await tx.run(settle, [revisionId, by.at.toString()]);
    await this.history.add(tx, by, [
      { subjectId: pairingId, act: 'pairing.revision-in-force', detail: { before, after } },
    ]);
  }

  private async found(tx: Tx, by: typeof replace, pairingId: PairingId): Promise<string | null> {
    return (await tx.row<{ readonly id: string }>(by, [pairingId]))?.id ?? null;
  }

  private async text(tx: Tx, revisionId: string): Promise<AgreementRow> {
    return orNotFound(await tx.row<AgreementRow>(text, [revisionId]));
  }
}
