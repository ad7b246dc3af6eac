import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import {
  type Actor,
  asId,
  certificateBytes,
  certificateCode,
  type CertificateId,
  type ItemId,
  mayKeepItems,
} from '@qinglan/domain';
import { ItemQueries } from '../items/item.queries';
import { CertificateQueries } from './certificate.queries';
import { CertificateStore } from './certificate.store';

/** Certifies everybody who completed and has no certificate that holds. */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemQueries,
    private readonly certificates: CertificateQueries,
    private readonly store: CertificateStore,
  ) {}

  execute(actor: Actor, itemId: ItemId): Promise<{ readonly issued: number }> {
    const now = this.clock.now();
    allowOrHide(mayKeepItems(actor));
    return this.transactions.write(async (tx) => {
      // Two who press at once come one after the other, and the second finds nobody left.
      const item = await this.items.lock(tx, itemId);
      if (item.state === 'cancelled') throw new Refused('item-cancelled');
      const missing = await this.certificates.uncertified(tx, itemId);
      const printed = { itemId, title: item.printedTitle, day: item.printedDay };
      const made = missing.map((person) => ({
        ...{ ...printed, ...person, id: asId<CertificateId>(randomUUID()) },
        code: certificateCode(randomBytes(certificateBytes)),
      }));
      await this.store.add(tx, made, { at: now, actorId: actor.personId });
      return { issued: made.length };
    });
  }
}
