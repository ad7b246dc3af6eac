import { Controller, Headers, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input, spokenLanguage } from '@qinglan/api-platform';
import {
  downloadRowsCsv,
  downloadRowsXlsx,
  type InputOf,
  listCountedThings,
  listIndicatorRows,
  listNameLists,
  makeNameList,
  readReportRow,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ExportRows } from './export-rows';
import { ListCounted } from './list-counted';
import { ListNameLists } from './list-name-lists';
import { MakeNameList } from './make-name-list';
import { ReadEvidence } from './read-evidence';
import { ReadRows } from './read-rows';
import { rowFileName, rowFileTypes } from './row-file';

type Asked = InputOf<typeof downloadRowsCsv>;

/** What stands behind a numeral: rows, evidence, files, and names for a reason. */
@Controller()
export class RowsController {
  constructor(
    private readonly reading: ReadRows,
    private readonly counting: ListCounted,
    private readonly evidence: ReadEvidence,
    private readonly exporting: ExportRows,
    private readonly naming: MakeNameList,
    private readonly named: ListNameLists,
  ) {}

  @Door(downloadRowsCsv)
  csv(@Acting() actor: Actor, @Input() input: Asked, @Headers('accept-language') wanted?: string) {
    return this.file(actor, input, { as: 'csv', language: spokenLanguage(wanted) });
  }

  @Door(downloadRowsXlsx)
  xlsx(@Acting() actor: Actor, @Input() input: Asked, @Headers('accept-language') wanted?: string) {
    return this.file(actor, input, { as: 'xlsx', language: spokenLanguage(wanted) });
  }

  @Door(listIndicatorRows)
  rows(@Acting() actor: Actor, @Input() input: InputOf<typeof listIndicatorRows>) {
    return this.reading.page(actor, input);
  }

  @Door(listCountedThings)
  counted(@Acting() actor: Actor, @Input() input: InputOf<typeof listCountedThings>) {
    return this.counting.execute(actor, input);
  }

  @Door(readReportRow)
  row(@Acting() actor: Actor, @Input() input: InputOf<typeof readReportRow>) {
    return this.evidence.execute(actor, input);
  }

  @Door(makeNameList)
  names(@Acting() actor: Actor, @Input() input: InputOf<typeof makeNameList>) {
    return this.naming.execute(actor, input);
  }

  @Door(listNameLists)
  nameLists(@Acting() actor: Actor, @Input() input: InputOf<typeof listNameLists>) {
    return this.named.execute(actor, input);
  }

  private async file(actor: Actor, { params, query }: Asked, how: { as: 'csv' | 'xlsx'; language: 'zh' | 'en' }) {
    const stream = await this.exporting.execute(actor, { params, query, ...how });
    const disposition = rowFileName(params.key, query.year, how.as);
    return new StreamableFile(stream, { type: rowFileTypes[how.as], disposition });
  }
}
