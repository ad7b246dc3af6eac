import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { YearlyLinkView } from '@qinglan/contracts';
import { epochDayOf, Temporal, type YearlyIssueId, type YearlyLinkId } from '@qinglan/domain';
import type { By } from './draft.store';

const isDraftOver = `(l.draft_number IS NOT NULL AND EXISTS (SELECT FROM yearly_issue n
  WHERE n.year = l.year AND n.number >= l.draft_number AND n.issued_at IS NOT NULL))`;
const linkJson = (today: string) => `json_build_object('id', l.id, 'issue', CASE WHEN i.id IS NOT NULL THEN
    json_build_object('id', i.id, 'number', i.number) END, 'label', l.label, 'madeAt', l.made_at, 'madeBy', p.name,
  'lastDay', l.last_day, 'revokedAt', l.revoked_at, 'isDraftOver', ${isDraftOver},
  'isOpen', l.revoked_at IS NULL AND l.last_day >= ${today} AND NOT ${isDraftOver}, 'openings', l.openings)`;
const from = 'yearly_link l JOIN person p ON p.id = l.made_by LEFT JOIN yearly_issue i ON i.id = l.issue_id';

const add = statement(
  'yearly-link-add',
  `INSERT INTO yearly_link (id, year, issue_id, label, token_hash, made_at, made_by, last_day, draft_number)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $3::uuid IS NULL THEN 1 + (
     SELECT coalesce(max(number), 0) FROM yearly_issue WHERE year = $2 AND issued_at IS NOT NULL) END)
   ON CONFLICT (id) DO NOTHING`,
);
const same = statement(
  'yearly-link-same',
  `SELECT 1 FROM yearly_link WHERE id = $1 AND year = $2 AND issue_id IS NOT DISTINCT FROM $3 AND label = $4 AND last_day = $5`,
);
const revoke = statement(
  'yearly-link-revoke',
  'UPDATE yearly_link SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1 RETURNING year, revoked_at = $2 AS "isNew"',
);
const one = statement('yearly-link', `SELECT ${linkJson('$2::date')} AS link FROM ${from} WHERE l.id = $1`);
const ofYear = statement(
  'yearly-links',
  `SELECT json_build_object('items', coalesce(json_agg(${linkJson('$2::date')} ORDER BY l.made_at DESC, l.id), '[]'))::text
   FROM ${from} WHERE l.year = $1`,
);
const open = statement(
  'yearly-link-open',
  `SELECT l.id, l.year, l.issue_id AS "issueId", l.last_day::text AS "lastDay", l.revoked_at IS NOT NULL AS "isRevoked",
     ${isDraftOver} AS "isDraftOver"
   FROM yearly_link l WHERE l.token_hash = $1`,
);
const count = statement('yearly-link-count', 'UPDATE yearly_link SET openings = openings + 1 WHERE id = $1');
const issueOf = statement(
  'yearly-link-issue',
  'SELECT 1 FROM yearly_issue WHERE id = $1 AND year = $2 AND issued_at IS NOT NULL',
);

/** A link that is made: to an issue or to the draft, until a day, known by the hash of its secret only. */
export interface NewLink {
  readonly id: YearlyLinkId;
  readonly year: number;
  readonly issueId: YearlyIssueId | null;
  readonly label: string;
  readonly lastDay: string;
  readonly tokenHash: Buffer;
}

/** A link as it is opened. */
export interface FoundLink {
  readonly id: YearlyLinkId;
  readonly year: number;
  readonly issueId: YearlyIssueId | null;
  readonly lastDay: string;
  readonly isRevoked: boolean;
  /** Made to a draft that was frozen since. */
  readonly isDraftOver: boolean;
}

/** A day as rules compare it. */
export const dayNumber = (day: string): number => epochDayOf(Temporal.PlainDate.from(day));

/** The only writer of `yearly_link`. */
@Injectable()
export class LinkStore {
  /** Whether it was made now; the same sent again is not, and another under the same id is refused. */
  async add(tx: Tx, link: NewLink, { at, actorId }: By): Promise<boolean> {
    const { id, year, issueId, label, lastDay, tokenHash } = link;
    if (issueId !== null) orNotFound(await tx.row(issueOf, [issueId, year]));
    const made = await tx.run(add, [id, year, issueId, label, tokenHash, at.toString(), actorId, lastDay]);
    if (made === 0 && (await tx.row(same, [id, year, issueId, label, lastDay])) === null) throw new Refused('id-taken');
    return made === 1;
  }

  /** The year of the link, and whether it was open until now. */
  async revoke(tx: Tx, id: YearlyLinkId, { at }: By): Promise<{ readonly year: number; readonly isNew: boolean }> {
    return orNotFound(await tx.row(revoke, [id, at.toString()]));
  }

  async link(read: Read, id: YearlyLinkId, today: string): Promise<YearlyLinkView> {
    return orNotFound(await read.row<{ readonly link: YearlyLinkView }>(one, [id, today])).link;
  }

  async links(read: Read, year: number, today: string): Promise<string> {
    return orNotFound(await read.text(ofYear, [year, today]));
  }

  find(read: Read, tokenHash: Buffer): Promise<FoundLink | null> {
    return read.row<FoundLink>(open, [tokenHash]);
  }

  /** One more opening; of who opened nothing is kept. */
  async count(tx: Tx, id: YearlyLinkId): Promise<void> {
    await tx.run(count, [id]);
  }
}
