import { Controller, Req } from '@nestjs/common';
import { Acting, Door, Input, type Knock } from '@qinglan/api-platform';
import {
  type InputOf,
  issueCertificates,
  listCertificates,
  readCertificate,
  revokeCertificate,
  verifyCertificate,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { IssueCertificates } from './issue-certificates';
import { ReadCertificates } from './read-certificates';
import { RevokeCertificate } from './revoke-certificate';

/** Certificates of completion. */
@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: ReadCertificates,
    private readonly issuing: IssueCertificates,
    private readonly revoking: RevokeCertificate,
  ) {}

  @Door(issueCertificates)
  issue(@Acting() actor: Actor, @Input() { params }: InputOf<typeof issueCertificates>) {
    return this.issuing.execute(actor, params.itemId);
  }

  @Door(listCertificates)
  list(@Acting() actor: Actor, @Input() input: InputOf<typeof listCertificates>) {
    return this.certificates.list(actor, input);
  }

  @Door(readCertificate)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readCertificate>) {
    return this.certificates.one(actor, params.certificateId);
  }

  @Door(revokeCertificate)
  revoke(@Acting() actor: Actor, @Input() input: InputOf<typeof revokeCertificate>) {
    return this.revoking.execute(actor, input);
  }

  @Door(verifyCertificate)
  verify(@Input() { params }: InputOf<typeof verifyCertificate>, @Req() request: Knock) {
    return this.certificates.verify(params.code, request.ip);
  }
}
