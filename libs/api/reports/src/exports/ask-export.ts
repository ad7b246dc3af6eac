import { Injectable } from '@nestjs/common';
import { Clock, Jobs, Refused, type SpokenLanguage, Transactions } from '@qinglan/api-platform';
import type { askRowExport, InputOf } from '@qinglan/contracts';
import { type Actor, rowScopeOf } from '@qinglan/domain';
import { ReadRows } from '../indicators/read-rows';
import { ExportStore, schoolOf } from './export.store';

/** The kind of job by which files of rows are made. */
export const exportJob = 'export-rows';

type Asked = Pick<InputOf<typeof askRowExport>, 'params' | 'body'>;

/** Asks for a file of rows. Making it is a job, so that it outlives the request and the server. */
@Injectable()
export class AskExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reading: ReadRows,
    private readonly exports: ExportStore,
  ) {}

  async execute(actor: Actor, { params, body }: Asked, language: SpokenLanguage): Promise<void> {
    const now = this.clock.now();
    // What nobody may read, and what is not there, is refused now and not when the file is made.
    const { columns } = await this.reading.page(actor, { params: body, query: { ...body, limit: 1 }, ...nothingElse });
    if (columns.length === 0) throw new Refused('field-unknown');
    const file = { id: params.exportId, askedBy: actor.personId, schoolId: schoolOf(rowScopeOf(actor)) };
    await this.transactions.write(async (tx) => {
      const isNew = await this.exports.add(tx, { ...file, request: { ...body, language } }, now);
      if (isNew) await this.jobs.add(tx, exportJob, params.exportId);
    });
  }
}

const nothingElse = { body: {}, version: 0 };
