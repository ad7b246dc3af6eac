import { createHash, randomBytes } from 'node:crypto';
import type { TestDatabase } from '../support';

/** The cookie of a session of this person, without the price of a password. */
export async function sessionOf(database: TestDatabase, person: { readonly id: string }): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await database.sql(
    `INSERT INTO session (token_hash, person_id, started_at, expires_at) VALUES ($1, $2, now(), now() + interval '12 hours')`,
    [hash, person.id],
  );
  return `qinglan_session=${token}`;
}
