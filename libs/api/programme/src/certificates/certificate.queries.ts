import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, listCertificates } from '@qinglan/contracts';
import type { Actor, CertificateId, EnrolmentSubject, ItemId, OrganisationId, PersonId } from '@qinglan/domain';

/** A certificate as rules look at it. */
export interface CertificateFacts extends EnrolmentSubject {
  readonly isRevoked: boolean;
  readonly version: number;
}

/** Somebody who completed and has no certificate that holds. */
export interface Uncertified {
  readonly personId: PersonId;
  readonly name: string;
}

const find = statement(
  'certificate-facts',
  `SELECT c.person_id AS "personId", p.organisation_id AS "schoolId", c.revoked_at IS NOT NULL AS "isRevoked", c.version
   FROM certificate c JOIN person p ON p.id = c.person_id WHERE c.id = $1`,
);
const lock = statement('certificate-lock', 'SELECT id FROM certificate WHERE id = $1 FOR NO KEY UPDATE');
const uncertified = statement(
  'certificate-missing',
  `SELECT e.person_id AS "personId", p.name FROM enrolment e JOIN person p ON p.id = e.person_id
   WHERE e.item_id = $1 AND e.state = 'enrolled' AND e.completed
     AND NOT EXISTS (SELECT FROM certificate c
       WHERE c.item_id = e.item_id AND c.person_id = e.person_id AND c.revoked_at IS NULL)
   ORDER BY p.code`,
);

// $2: whether the reader keeps items.
const json = `json_build_object('id', f.id, 'code', f.code, 'itemId', f.item_id, 'personId', f.person_id,
  'title', f.printed_title, 'name', f.printed_name, 'day', f.printed_day, 'host', host.name,
  'issuedAt', f.issued_at, 'revokedAt', f.revoked_at, 'reason', f.reason, 'version', f.version,
  'mayRevoke', $2::boolean AND f.revoked_at IS NULL)`;
const join = `JOIN programme_item i ON i.id = f.item_id LEFT JOIN organisation host ON host.id = i.host_id`;
const one = statement('certificate-view', `SELECT (${json})::text FROM certificate f ${join} WHERE f.id = $1`);

const listing: Listing = {
  name: 'certificates',
  from: `(SELECT c.*, p.code AS person_code, p.organisation_id FROM certificate c
    JOIN person p ON p.id = c.person_id WHERE c.revoked_at IS NULL) c`,
  join,
  item: json,
  keys: [
    { column: 'person_code', type: 'text' },
    { column: 'id', type: 'uuid' },
  ],
};

// Nothing but what stands on the paper.
const verified = statement(
  'certificate-verify',
  `SELECT json_build_object('code', code, 'title', printed_title, 'name', printed_name, 'day', printed_day,
     'issuedOn', (issued_at AT TIME ZONE 'Asia/Shanghai')::date,
     'revokedOn', (revoked_at AT TIME ZONE 'Asia/Shanghai')::date)::text FROM certificate WHERE code = $1`,
);

type Query = InputOf<typeof listCertificates>['query'];

/** Certificates, as rules look at them and as pages show them. */
@Injectable()
export class CertificateQueries {
  async find(read: Read, id: CertificateId): Promise<CertificateFacts> {
    return orNotFound(await read.row<CertificateFacts>(find, [id]));
  }

  async lock(tx: Tx, id: CertificateId): Promise<CertificateFacts> {
    await tx.run(lock, [id]);
    return this.find(tx, id);
  }

  uncertified(read: Read, itemId: ItemId): Promise<readonly Uncertified[]> {
    return read.rows<Uncertified>(uncertified, [itemId]);
  }

  async view(read: Read, actor: Actor, id: CertificateId): Promise<string> {
    return orNotFound(await read.text(one, [id, actor.roles.has('administrator')]));
  }

  /** Those that hold, of all, of the reader's school where the reader coordinates it, or the reader's own. */
  list(read: Read, actor: Actor, asked: { readonly itemId: ItemId; readonly query: Query }): Promise<string> {
    const { itemId, query } = asked;
    const isAdministrator = actor.roles.has('administrator');
    const school: OrganisationId | null = !isAdministrator && actor.roles.has('coordinator') ? actor.schoolId : null;
    const self = !isAdministrator && school === null ? actor.personId : null;
    const narrowings = [
      where('item', itemId, (place) => `c.item_id = ${place}::uuid`),
      where('school', school, (place) => `c.organisation_id = ${place}::uuid`),
      where('self', self, (place) => `c.person_id = ${place}::uuid`),
    ];
    return listPage(read, listing, { narrowings, ...query, after: query.after, given: [isAdministrator] });
  }

  async verify(read: Read, code: string): Promise<string> {
    return orNotFound(await read.text(verified, [code]));
  }
}
