import { Controller, Header, Ip, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { attached, fileTypes } from './file-names';
import { OpenSharedReport } from './open-shared-report';
import { ShareReport } from './share-report';

/** Links by which leaders read a report without an account. */
@Controller()
export class YearlyLinksController {
  constructor(
    private readonly sharing: ShareReport,
    private readonly opening: OpenSharedReport,
  ) {}

  @Door(contracts.listYearlyLinks)
  list(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.listYearlyLinks>) {
    return this.sharing.list(actor, params.year);
  }

  @Door(contracts.makeYearlyLink)
  make(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.makeYearlyLink>) {
    return this.sharing.make(actor, input);
  }

  @Door(contracts.revokeYearlyLink)
  revoke(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.revokeYearlyLink>) {
    return this.sharing.revoke(actor, params.linkId);
  }

  @Door(contracts.openSharedReport)
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  open(@Input() { body }: InputOf<typeof contracts.openSharedReport>, @Ip() address: string) {
    return this.opening.execute(body.token, address);
  }

  @Door(contracts.downloadSharedFile)
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  async file(@Input() { params, body }: InputOf<typeof contracts.downloadSharedFile>, @Ip() address: string) {
    const { kind, content, year, number } = await this.opening.file(body.token, { name: params.name, address });
    return new StreamableFile(content, { type: fileTypes[kind], disposition: attached(year, number, params.name) });
  }
}
