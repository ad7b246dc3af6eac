import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { CertificateId, ItemId, PersonId } from '@qinglan/domain';

/** A certificate as it is printed. */
export interface NewCertificate {
  readonly id: CertificateId;
  readonly code: string;
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly title: string;
  readonly name: string;
  readonly day: string;
}

const add = statement(
  'certificate-add',
  `INSERT INTO certificate (id, code, item_id, person_id, printed_title, printed_name, printed_day, issued_at, issued_by)
   SELECT c.id, c.code, c."itemId", c."personId", c.title, c.name, c.day, $2, $3
   FROM jsonb_to_recordset($1::jsonb)
     AS c (id uuid, code text, "itemId" uuid, "personId" uuid, title text, name text, day text)`,
);
const revoke = statement(
  'certificate-revoke',
  'UPDATE certificate SET revoked_at = $2, reason = $3, version = version + 1 WHERE id = $1',
);

/** The only writer of `certificate`; what was printed is never changed, only revoked. */
@Injectable()
export class CertificateStore {
  constructor(private readonly history: History) {}

  async add(tx: Tx, certificates: readonly NewCertificate[], by: By): Promise<void> {
    if (certificates.length === 0) return;
    await tx.run(add, [JSON.stringify(certificates), by.at.toString(), by.actorId]);
    const happened = certificates.map(({ id, itemId, personId }) => ({
      subjectId: id,
      ...{ act: 'certificate.issued', detail: { itemId, personId } },
    }));
    await this.history.add(tx, by, happened);
  }

  async revoke(tx: Tx, id: CertificateId, { reason, by }: { readonly reason: string; readonly by: By }): Promise<void> {
    await tx.run(revoke, [id, by.at.toString(), reason]);
    await this.history.add(tx, by, [{ subjectId: id, act: 'certificate.revoked', detail: { reason } }]);
  }
}
