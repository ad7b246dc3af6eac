import { Controller, Headers, Req, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input, spokenLanguage, Transactions } from '@qinglan/api-platform';
import {
  downloadTemplate,
  type ImportReport,
  importRegister,
  type InputOf,
  listImports,
  listSheets,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import type { FastifyRequest } from 'fastify';
import { ImportRegister } from './import-register';
import { reportOf } from './import-report';
import { ImportQueries } from './import.queries';
import { KnownQueries } from './known.queries';
import { listedSheets } from './sheet-list';
import { makeTemplate } from './template';
import { readUpload, refusingUnreadable } from './upload';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const disposition = `attachment; filename="register.xlsx"; filename*=UTF-8''${encodeURIComponent('青蓝名册模板.xlsx')}`;

/** The doors of the import. */
@Controller()
export class RegisterController {
  constructor(
    private readonly transactions: Transactions,
    private readonly known: KnownQueries,
    private readonly importer: ImportRegister,
    private readonly imports: ImportQueries,
  ) {}

  @Door(listSheets)
  async sheets(@Headers('accept-language') wanted?: string) {
    return listedSheets(await this.regions(), spokenLanguage(wanted));
  }

  @Door(downloadTemplate)
  async template(@Headers('accept-language') wanted?: string): Promise<StreamableFile> {
    const bytes = await makeTemplate({ language: spokenLanguage(wanted), regions: await this.regions() });
    return new StreamableFile(bytes, { type: workbook, disposition });
  }

  @Door(importRegister)
  async import(
    @Req() request: FastifyRequest,
    @Input() input: InputOf<typeof importRegister>,
    @Acting() actor: Actor,
  ): Promise<ImportReport> {
    const language = spokenLanguage(request.headers['accept-language']);
    const { dryRun } = input.query;
    const outcome = await refusingUnreadable(language, async () =>
      this.importer.execute({ files: await readUpload(request), actorId: actor.personId, dryRun }),
    );
    return reportOf(outcome, language);
  }

  @Door(listImports)
  list(@Input() input: InputOf<typeof listImports>) {
    return this.imports.list(input.query);
  }

  private regions(): Promise<readonly string[]> {
    return this.transactions.read((read) => this.known.sides(read));
  }
}
