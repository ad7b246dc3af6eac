import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';

const byCode = statement(
  'account-by-code',
  `SELECT p.id AS "personId", p.code AS account, a.password_hash AS "passwordHash", coalesce(a.enabled, true) AS enabled
   FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE lower(p.code) = lower($1)`,
);
const byPerson = statement(
  'account-by-person',
  `SELECT p.id AS "personId", p.code AS account, a.password_hash AS "passwordHash", coalesce(a.enabled, true) AS enabled
   FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = $1`,
);
const setHash = statement(
  'account-set-hash',
  `INSERT INTO account (person_id, password_hash) VALUES ($1, $2)
   ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash`,
);
const setEnabled = statement(
  'account-set-enabled',
  `INSERT INTO account (person_id, enabled) VALUES ($1, $2)
   ON CONFLICT (person_id) DO UPDATE SET enabled = excluded.enabled`,
);

/** What signing in has to know. Everybody in the register has an account; without a password it opens nothing. */
export interface Account {
  readonly personId: PersonId;
  readonly account: string;
  readonly passwordHash: string | null;
  readonly enabled: boolean;
}

/** Passwords and whether an account may be used: the only writer of `account`. */
@Injectable()
export class AccountStore {
  byCode(read: Read, code: string): Promise<Account | null> {
    return read.row<Account>(byCode, [code]);
  }

  byPerson(read: Read, personId: PersonId): Promise<Account | null> {
    return read.row<Account>(byPerson, [personId]);
  }

  async setHash(tx: Tx, personId: PersonId, passwordHash: string): Promise<void> {
    await tx.run(setHash, [personId, passwordHash]);
  }

  async setEnabled(tx: Tx, personId: PersonId, enabled: boolean): Promise<void> {
    await tx.run(setEnabled, [personId, enabled]);
  }
}
