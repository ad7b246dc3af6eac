import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import { type PairingId, Temporal } from '@qinglan/domain';
import { ShareBook } from '../pairings/share-book';

const open = statement(
  'growth-pause-open',
  'INSERT INTO pairing_pause (pairing_id, first_day, reason) VALUES ($1, $2, $3)',
);
// A pairing that ends on the last day of an agreement long past ends no pause before it began.
const close = statement(
  'growth-pause-close',
  `UPDATE pairing_pause SET last_day = greatest(first_day, $2::date) WHERE pairing_id = $1 AND last_day IS NULL`,
);
const beginAssessment = statement(
  'growth-assessment-begin',
  'INSERT INTO pairing_assessment (pairing_id, first_day) VALUES ($1, $2)',
);
const endAssessment = statement(
  'growth-assessment-end',
  `UPDATE pairing_assessment SET last_day = greatest(first_day, $2::date) WHERE pairing_id = $1 AND last_day IS NULL`,
);
const find = statement(
  'growth-pauses',
  `SELECT max(first_day) FILTER (WHERE last_day IS NULL) AS since, max(last_day) AS until
   FROM pairing_pause WHERE pairing_id = $1`,
);

/** The pause that holds, and the end of the one before. */
export interface KnownPauses {
  readonly pausedSince: Temporal.PlainDate | null;
  readonly resumedAfter: Temporal.PlainDate | null;
}

const day = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);

/** The only writer of `pairing_pause` and `pairing_assessment`; the pairing is locked, its history written with its step. */
@Injectable()
export class PauseStore {
  constructor(private readonly shares: ShareBook) {}

  async known(read: Read, pairingId: PairingId): Promise<KnownPauses> {
    const row = await read.row<{ readonly since: string | null; readonly until: string | null }>(find, [pairingId]);
    return { pausedSince: day(row?.since), resumedAfter: day(row?.until) };
  }

  async open(tx: Tx, pairingId: PairingId, pause: { readonly firstDay: string; readonly reason: string }) {
    await tx.run(open, [pairingId, pause.firstDay, pause.reason]);
    await this.shares.renew(tx, [pairingId]);
  }

  /** Ends the pause that holds, if one does: from the day after something is owed again. */
  async close(tx: Tx, pairingId: PairingId, lastDay: Temporal.PlainDate): Promise<void> {
    const closed = await tx.run(close, [pairingId, lastDay.toString()]);
    if (closed > 0) await this.shares.renew(tx, [pairingId]);
  }

  async beginAssessment(tx: Tx, pairingId: PairingId, firstDay: Temporal.PlainDate): Promise<void> {
    await tx.run(beginAssessment, [pairingId, firstDay.toString()]);
  }

  /** Ends the assessment that goes on, if one does. */
  async endAssessment(tx: Tx, pairingId: PairingId, lastDay: Temporal.PlainDate): Promise<void> {
    await tx.run(endAssessment, [pairingId, lastDay.toString()]);
  }
}
