import { Injectable } from '@nestjs/common';
import { type By } from '@qinglan/api-directory';
import { constraintOf, History, Refused, statement, type Tx } from '@qinglan/api-platform';
import {
  beijingDayOf,
  type Debtor,
  endedPairingStates,
  type PairingId,
  type PairingState,
  type PersonId,
  runningPairingStates,
  type StudioId,
} from '@qinglan/domain';
import { MentoringNews } from './mentoring-news';
import { PairingCloser } from './pairing.closer';
import type { PairingFacts } from './pairing.queries';
import { ShareBook } from './share-book';

/** A pairing that begins: laid before the two (`consenting`), or carried on from another (`agreed`, `active`). */
export interface NewPairing {
  readonly pairingId: PairingId;
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly studioId: StudioId | null;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly state: Exclude<PairingState, 'completed' | 'extended' | 'handed-over' | 'dissolved' | 'lapsed'>;
  readonly continuesId?: PairingId | null;
  readonly isAtDistance?: boolean;
  /** Obligations and clauses are taken over from the pairing it carries on. */
  readonly copiesAgreement?: boolean;
}

/** Where a pairing goes, with what is said about it. */
export interface PairingStep {
  readonly to: PairingState;
  readonly reason?: string | null;
  readonly outcome?: 'excellent' | 'pass' | 'extended' | 'fail' | null;
  /** The last day, where it ends. */
  readonly endedOn?: string | null;
  readonly by: By;
}

const add = statement(
  'mentoring-pairing-add',
  `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, to_day, state, continues_id, at_distance,
     agreement_state, template_id, clauses)
   SELECT e."pairingId", e."mentorId", e."menteeId", e."studioId", e."fromDay", e."toDay", e.state, e."continuesId",
     coalesce(e."isAtDistance", false), 'written', old.template_id, coalesce(old.clauses, '')
   FROM jsonb_to_recordset($1::jsonb) AS e ("pairingId" uuid, "mentorId" uuid, "menteeId" uuid, "studioId" uuid,
     "fromDay" date, "toDay" date, state text, "continuesId" uuid, "isAtDistance" boolean, "copiesAgreement" boolean)
   LEFT JOIN pairing old ON old.id = e."continuesId" AND e."copiesAgreement"`,
);
const copy = statement(
  'mentoring-obligations-copy',
  `INSERT INTO obligation (pairing_id, owed_by, kind, number, per)
   SELECT $1, owed_by, kind, number, per FROM obligation WHERE pairing_id = $2`,
);
const consented = statement(
  'mentoring-consent',
  `UPDATE pairing SET mentor_consented_at = CASE WHEN $2 = 'mentor' THEN $3::timestamptz ELSE mentor_consented_at END,
     mentee_consented_at = CASE WHEN $2 = 'mentee' THEN $3::timestamptz ELSE mentee_consented_at END,
     version = version + 1 WHERE id = $1`,
);
const step = statement(
  'mentoring-pairing-step',
  `UPDATE pairing SET state = $2, reason = coalesce($3, reason), outcome = coalesce($4, outcome),
     ended_on = coalesce($5::date, ended_on),
     began_on = CASE WHEN $2 = ANY($7::text[]) THEN coalesce(began_on, greatest(from_day, $6::date)) ELSE began_on END,
     closed_on = CASE WHEN $2 = ANY($8::text[]) THEN coalesce(closed_on, $6::date) ELSE closed_on END,
     version = version + 1 WHERE id = $1`,
);

const isRunning = (state: PairingState): boolean => runningPairingStates.has(state);

/** Writes single pairings; whole sheets of the register are written by `PairingSheetStore`. */
@Injectable()
export class PairingStore {
  constructor(
    private readonly closer: PairingCloser,
    private readonly shares: ShareBook,
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  /** Refuses `pairing-exists` where the two are paired from that day already, whatever became of it but a lapse. */
  async add(tx: Tx, wanted: NewPairing, by: By): Promise<void> {
    await this.addAll(tx, [wanted], by);
  }

  /** The same for many, with as many statements as for one. */
  async addAll(tx: Tx, wanted: readonly NewPairing[], by: By): Promise<void> {
    await tx.run(add, [JSON.stringify(wanted)]).catch(refuseKnown);
    for (const { pairingId, continuesId, copiesAgreement } of wanted) {
      if (copiesAgreement && continuesId) await tx.run(copy, [pairingId, continuesId]);
    }
    await this.shares.renew(
      tx,
      wanted.map(({ pairingId }) => pairingId),
    );
    const act = ({ state }: NewPairing) => `pairing.${state}`;
    await this.history.add(
      tx,
      by,
      wanted.map((one) => ({ subjectId: one.pairingId, act: act(one), detail: { after: one } })),
    );
    for (const one of wanted.filter(({ state }) => isRunning(state))) await this.news.tellRights(tx, one);
    await this.news.tellOf(
      tx,
      wanted.map(({ pairingId }) => pairingId),
    );
  }

  /** Moves a locked pairing; the rule has allowed it. Whoever works with each other now, or no longer, is asked anew. */
  async step(tx: Tx, pairing: PairingFacts, { to, by, ...said }: PairingStep): Promise<void> {
    const { reason = null, outcome = null, endedOn = null } = said;
    const values = [pairing.pairingId, to, reason, outcome, endedOn, beijingDayOf(by.at).toString()];
    await tx.run(step, [...values, [...runningPairingStates], [...endedPairingStates]]).catch(refuseKnown);
    const detail = { before: { state: pairing.state }, after: { state: to, ...said } };
    await this.history.add(tx, by, [{ subjectId: pairing.pairingId, act: `pairing.${to}`, detail }]);
    if (endedPairingStates.has(to)) {
      await this.closer.close(tx, pairing.pairingId, { reason, by });
      await this.shares.renew(tx, [pairing.pairingId]);
    }
    if (isRunning(pairing.state) !== isRunning(to)) await this.news.tellRights(tx, pairing);
    await this.news.tellOf(tx, [pairing.pairingId]);
  }

  /** Keeps the word of one of the two. */
  async consent(tx: Tx, pairingId: PairingId, { part, by }: { readonly part: Debtor; readonly by: By }): Promise<void> {
    await tx.run(consented, [pairingId, part, by.at.toString()]);
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.consented', detail: { part } }]);
    await this.news.tellOf(tx, [pairingId]);
  }
}

function refuseKnown(error: unknown): never {
  const refusals: Readonly<Record<string, 'pairing-exists' | 'id-taken' | 'cohort-closed'>> = {
    pairing_once: 'pairing-exists',
    pairing_pk: 'id-taken',
    pairing_cohort_open: 'cohort-closed',
  };
  const kind = refusals[constraintOf(error)];
  throw kind ? new Refused(kind, { cause: error }) : error;
}
