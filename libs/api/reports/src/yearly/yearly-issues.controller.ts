import { Readable } from 'node:stream';
import { Controller, Header, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { attached, fileTypes } from './file-names';
import { PrintMissing } from './print-missing';
import { PrintReport } from './print-report';
import { ReadIssue } from './read-issue';
import { ReadThings } from './read-things';
import { rowsCsv, wordsCsv } from './rows-csv';

const PAGE = 2000;
/** Issues of a year's report: what was frozen, served from what was stored. */
@Controller()
export class YearlyIssuesController {
  constructor(
    private readonly reading: ReadIssue,
    private readonly printing: PrintReport,
    private readonly counting: ReadThings,
    private readonly missing: PrintMissing,
  ) {}

  @Door(contracts.readYearlyIssue)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readYearlyIssue>) {
    return this.reading.shown(actor, params.issueId);
  }

  @Door(contracts.checkYearlyIssue)
  check(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.checkYearlyIssue>) {
    return this.reading.check(actor, params.issueId);
  }

  @Door(contracts.downloadYearlyText)
  async text(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.downloadYearlyText>) {
    const { canonical, year, number } = await this.reading.text(actor, params.issueId);
    const disposition = attached(year, number, 'canonical.json');
    return new StreamableFile(Buffer.from(canonical, 'utf8'), { type: 'application/json; charset=utf-8', disposition });
  }

  @Door(contracts.downloadYearlyFile)
  async file(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.downloadYearlyFile>) {
    const { kind, content, year, number } = await this.reading.file(actor, params.issueId, params.name);
    return new StreamableFile(content, { type: fileTypes[kind], disposition: attached(year, number, params.name) });
  }

  @Door(contracts.printYearlyFiles)
  async printFiles(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.printYearlyFiles>) {
    await this.missing.execute(actor, params.issueId);
    return this.reading.shown(actor, params.issueId);
  }

  @Door(contracts.listYearlyIssueRows)
  rows(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listYearlyIssueRows>) {
    return this.reading.rows(actor, input);
  }

  @Door(contracts.listYearlyIssueThings)
  things(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listYearlyIssueThings>) {
    return this.counting.page(actor, input);
  }

  @Door(contracts.listYearlyIssueThingRows)
  thingRows(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listYearlyIssueThingRows>) {
    return this.counting.rows(actor, input);
  }

  @Door(contracts.downloadYearlyIssueRows)
  async rowsFile(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.downloadYearlyIssueRows>) {
    const { issueId, key } = input.params;
    const { year, number, sources } = await this.reading.numeral(actor, issueId, key);
    const pages = this.reading.allRows(issueId, key, PAGE);
    const lines = Readable.from(
      sources ? wordsCsv(pages, { sources, language: input.query.language }) : rowsCsv(pages),
      { objectMode: false },
    );
    return new StreamableFile(lines, { type: fileTypes.csv, disposition: attached(year, number, `${key}.csv`) });
  }

  @Door(contracts.printYearlyIssue)
  @Header('content-type', 'text/html; charset=utf-8')
  printIssue(@Acting() actor: Actor, @Input() { params, query }: InputOf<typeof contracts.printYearlyIssue>) {
    return this.printing.issue(actor, params.issueId, query.language);
  }

  @Door(contracts.printYearlyDraft)
  @Header('content-type', 'text/html; charset=utf-8')
  printDraft(@Acting() actor: Actor, @Input() { params, query }: InputOf<typeof contracts.printYearlyDraft>) {
    return this.printing.draft(actor, params.year, query.language);
  }
}
