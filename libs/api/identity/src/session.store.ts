import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type LiveSession, Outbox, Sessions, statement, Transactions, type Tx } from '@qinglan/api-platform';
import { type Actor, asId, type PersonId, type Role, type SchoolId } from '@qinglan/domain';

const HOURS = 12;
/** How long a session is taken as read without asking again; revoking may take that long on another node. */
const FRESH_MS = 1000;

const findSession = statement(
  'session-find',
  `SELECT s.id, p.id AS "personId", p.roles, p.code AS account, p.organisation_id AS "schoolId",
          coalesce((
            SELECT array_agg(CASE WHEN ps.supporting_school_id = p.organisation_id
                                  THEN ps.receiving_school_id ELSE ps.supporting_school_id END)
            FROM partnership ps
            WHERE p.organisation_id IN (ps.supporting_school_id, ps.receiving_school_id)
              AND (ps.to_day IS NULL OR ps.to_day >= ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)
          ), '{}') AS partners,
          coalesce((
            SELECT array_agg(paired.id)
            FROM (SELECT mentee_id AS id FROM pairing WHERE mentor_id = p.id AND state IN ('active', 'paused', 'assessing')
                  UNION SELECT mentor_id FROM pairing WHERE mentee_id = p.id AND state IN ('active', 'paused', 'assessing')) paired
          ), '{}') AS paired
   FROM session s
   JOIN person p ON p.id = s.person_id
   LEFT JOIN account a ON a.person_id = p.id
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND coalesce(a.enabled, true)`,
);
const addSession = statement(
  'session-add',
  `INSERT INTO session (token_hash, person_id, started_at, expires_at)
   VALUES ($1, $2, $3::timestamptz, $3::timestamptz + make_interval(hours => $4))`,
);
const endOne = statement('session-end-one', 'DELETE FROM session WHERE token_hash = $1 RETURNING id');
const endAll = statement('session-end-all', 'DELETE FROM session WHERE person_id = $1 RETURNING id');
const prune = statement(
  'session-prune',
  `DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at < $1 LIMIT 1000)`,
);

interface SessionRow {
  readonly id: string;
  readonly personId: string;
  readonly roles: Role[];
  readonly account: string;
  readonly schoolId: string;
  readonly partners: string[];
  readonly paired: string[];
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

const actorOf = (row: SessionRow): Actor => ({
  personId: asId<PersonId>(row.personId),
  roles: new Set(row.roles),
  schoolId: asId<SchoolId>(row.schoolId),
  partnerSchoolIds: new Set(row.partners.map((one) => asId<SchoolId>(one))),
  pairedPersonIds: new Set(row.paired.map((one) => asId<PersonId>(one))),
});

/** Sessions on the server's side: the only writer of `session`. The browser holds a secret, we hold its hash. */
@Injectable()
export class SessionStore extends Sessions {
  private readonly fresh = new Map<string, { readonly until: number; readonly found: Promise<LiveSession | null> }>();

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
    // Roles changed on any node: what was read before no longer holds.
    outbox.carry('person.rights-changed', () => this.fresh.clear());
    outbox.carry('session.ended', () => this.fresh.clear());
  }

  /** Asked at every request and handshake, so an answer serves for a second. */
  find(token: string): Promise<LiveSession | null> {
    const now = performance.now();
    const known = this.fresh.get(token);
    if (known && known.until > now) return known.found;
    if (this.fresh.size > 20_000) this.fresh.clear();
    const found = this.load(token);
    this.fresh.set(token, { until: now + FRESH_MS, found });
    found.catch(() => this.fresh.delete(token));
    return found;
  }

  /** Starts a session and gives the secret for the cookie; it ends by itself after twelve hours. */
  async start(tx: Tx, personId: PersonId): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.run(addSession, [hashOf(token), personId, this.clock.now().toString(), HOURS]);
    return token;
  }

  /** Ends one session. */
  async end(tx: Tx, token: string): Promise<void> {
    await this.tell(tx, await tx.rows<{ id: string }>(endOne, [hashOf(token)]));
  }

  /** Ends every session of a person. */
  async endAll(tx: Tx, personId: PersonId): Promise<void> {
    await this.tell(tx, await tx.rows<{ id: string }>(endAll, [personId]));
  }

  /** Removes sessions whose time is over. */
  async prune(tx: Tx): Promise<void> {
    await tx.run(prune, [this.clock.now().toString()]);
  }

  private async tell(tx: Tx, ended: readonly { readonly id: string }[]): Promise<void> {
    tx.afterCommit(() => this.fresh.clear());
    if (ended.length === 0) return;
    await this.outbox.add(tx, { type: 'session.ended', body: { sessionIds: ended.map((one) => one.id) } });
  }

  private async load(token: string): Promise<LiveSession | null> {
    const values = [hashOf(token), this.clock.now().toString()];
    const row = await this.transactions.read((read) => read.row<SessionRow>(findSession, values));
    return row ? { sessionId: row.id, account: row.account, actor: actorOf(row) } : null;
  }
}
