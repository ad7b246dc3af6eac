import { Controller, Headers, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input, spokenLanguage } from '@qinglan/api-platform';
import {
  askRowExport,
  cancelRowExport,
  downloadRowExport,
  type InputOf,
  listRowExports,
  readRowExport,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { rowFileName, rowFileTypes } from '../indicators/row-file';
import { AskExport } from './ask-export';
import { CancelExport } from './cancel-export';
import { ReadExports } from './read-exports';

/** Files of rows that are made in the background. */
@Controller()
export class ExportsController {
  constructor(
    private readonly asking: AskExport,
    private readonly reading: ReadExports,
    private readonly cancelling: CancelExport,
  ) {}

  @Door(askRowExport)
  async ask(
    @Acting() actor: Actor,
    @Input() input: InputOf<typeof askRowExport>,
    @Headers('accept-language') wanted?: string,
  ) {
    await this.asking.execute(actor, input, spokenLanguage(wanted));
    return this.reading.one(actor, input.params.exportId);
  }

  @Door(listRowExports)
  list(@Acting() actor: Actor) {
    return this.reading.own(actor);
  }

  @Door(readRowExport)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readRowExport>) {
    return this.reading.one(actor, params.exportId);
  }

  @Door(cancelRowExport)
  async cancel(@Acting() actor: Actor, @Input() { params }: InputOf<typeof cancelRowExport>) {
    await this.cancelling.execute(actor, params.exportId);
    return this.reading.one(actor, params.exportId);
  }

  @Door(downloadRowExport)
  async file(@Acting() actor: Actor, @Input() { params }: InputOf<typeof downloadRowExport>) {
    const { request, bytes, content } = await this.reading.file(actor, params.exportId);
    const disposition = rowFileName(request.key, request.year, request.as);
    return new StreamableFile(content, { type: rowFileTypes[request.as], disposition, length: bytes });
  }
}
