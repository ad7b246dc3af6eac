import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, revokeCertificate } from '@qinglan/contracts';
import { type Actor, decideReason, mayKeepItems } from '@qinglan/domain';
import { refusedItem } from '../items/refused-item';
import { CertificateQueries } from './certificate.queries';
import { CertificateStore } from './certificate.store';

/** Takes a certificate back with a reason; a new one may be issued afterwards. */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly certificates: CertificateQueries,
    private readonly store: CertificateStore,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof revokeCertificate>): Promise<string> {
    const now = this.clock.now();
    const { certificateId } = params;
    allowOrHide(mayKeepItems(actor));
    return this.transactions.write(async (tx) => {
      const certificate = await this.certificates.lock(tx, certificateId);
      if (certificate.version !== version) throw new Refused('stale');
      if (certificate.isRevoked) throw new Refused('certificate-revoked');
      const reason = orRefuse(decideReason(body.reason), refusedItem);
      await this.store.revoke(tx, certificateId, { reason, by: { at: now, actorId: actor.personId } });
      return this.certificates.view(tx, actor, certificateId);
    });
  }
}
