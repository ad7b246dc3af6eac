import { Injectable } from '@nestjs/common';
import { Clock, statement, Transactions } from '@qinglan/api-platform';

const standing = statement(
  'live-standing',
  `SELECT s.id AS "sessionId", p.organisation_id AS "schoolId", p.roles
   FROM session s
   JOIN person p ON p.id = s.person_id
   LEFT JOIN account a ON a.person_id = p.id
   WHERE s.id = ANY ($1::uuid[]) AND s.expires_at > $2 AND coalesce(a.enabled, true)`,
);

/** What a session that still holds allows. */
export interface Standing {
  readonly sessionId: string;
  readonly schoolId: string;
  readonly roles: readonly string[];
}

/** Whether sessions still hold, however they were changed: one question for all of them. */
@Injectable()
export class StandingQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const values = [sessionIds, this.clock.now().toString()];
    const rows = await this.transactions.read((read) => read.rows<Standing>(standing, values));
    return new Map(rows.map((row) => [row.sessionId, row]));
  }
}
