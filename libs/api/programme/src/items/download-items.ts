import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import type { downloadItems, InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { csvOf, xlsxOf } from './item-file';
import { ItemExportQueries } from './item-export.queries';

/** Items as a file that the import takes back unchanged; what is not known stays an empty cell. */
@Injectable()
export class DownloadItems {
  constructor(
    private readonly transactions: Transactions,
    private readonly items: ItemExportQueries,
  ) {}

  execute(actor: Actor, query: InputOf<typeof downloadItems>['query']): Promise<Buffer> {
    return this.transactions.read(async (read) => {
      const items = await this.items.items(read, query);
      if (query.format === 'csv') return csvOf(items);
      // Who enrolled is for administrators alone.
      const enrolments = actor.roles.has('administrator') ? await this.items.enrolments(read, query) : null;
      return xlsxOf(items, enrolments);
    });
  }
}
