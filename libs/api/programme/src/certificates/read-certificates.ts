import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, RateLimits, Transactions } from '@qinglan/api-platform';
import type { InputOf, listCertificates } from '@qinglan/contracts';
import { type Actor, type CertificateId, maySeeCertificate, readCertificateCode } from '@qinglan/domain';
import { ItemQueries } from '../items/item.queries';
import { CertificateQueries } from './certificate.queries';

/** Shows certificates to whom they concern, and to anybody with its code whether one holds. */
@Injectable()
export class ReadCertificates {
  constructor(
    private readonly transactions: Transactions,
    private readonly items: ItemQueries,
    private readonly certificates: CertificateQueries,
    private readonly limits: RateLimits,
  ) {}

  one(actor: Actor, id: CertificateId): Promise<string> {
    return this.transactions.read(async (read) => {
      allowOrHide(maySeeCertificate(actor, await this.certificates.find(read, id)));
      return this.certificates.view(read, actor, id);
    });
  }

  list(actor: Actor, { params, query }: Pick<InputOf<typeof listCertificates>, 'params' | 'query'>): Promise<string> {
    return this.transactions.read(async (read) => {
      const { itemId } = await this.items.find(read, params.itemId);
      return this.certificates.list(read, actor, { itemId, query });
    });
  }

  /** Codes are not guessed, and nobody tries many from one address. */
  async verify(typed: string, address: string): Promise<string> {
    await this.limits.countVerification(address);
    const code = orNotFound(readCertificateCode(typed));
    return this.transactions.read((read) => this.certificates.verify(read, code));
  }
}
