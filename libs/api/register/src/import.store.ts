import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { type Read, statement, type Tx } from '@qinglan/api-platform';

const add = statement(
  'register-import-add',
  'INSERT INTO register_import (at, actor_id, files, created, changed) VALUES ($1, $2, $3, $4, $5)',
);
// 7103 stands for the import of the register among the locks of this database.
const lock = statement(
  'register-import-lock',
  // Fifty thousand rows with their checks are one statement, which may take longer than a request's may.
  `SELECT pg_try_advisory_xact_lock(7103) AS got,
     set_config('statement_timeout', '180s', true), set_config('idle_in_transaction_session_timeout', '180s', true)`,
);
const empty = statement('register-is-empty', 'SELECT NOT EXISTS (SELECT FROM organisation) AS empty');

/** Keeps which imports were applied, and lets one import in at a time. */
@Injectable()
export class ImportStore {
  /** False while another import runs, on whichever node; the lock goes with the transaction. */
  async lock(tx: Tx): Promise<boolean> {
    return (await tx.row<{ got: boolean }>(lock))?.got ?? false;
  }

  async add(tx: Tx, by: By, what: { files: readonly string[]; created: number; changed: number }): Promise<void> {
    await tx.run(add, [by.at.toString(), by.actorId, what.files, what.created, what.changed]);
  }

  /** Whether no organisation is known yet. */
  async isEmpty(read: Read): Promise<boolean> {
    return (await read.row<{ empty: boolean }>(empty))?.empty ?? false;
  }
}
