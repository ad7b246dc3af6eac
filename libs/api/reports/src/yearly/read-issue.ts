import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { checkYearlyIssue, InputOf, listYearlyIssueRows, ReplyOf, YearlyIssueView } from '@qinglan/contracts';
import {
  type Actor,
  type ChartPlace,
  isAllowed,
  mayReadFigures,
  mayReadFrozenRows,
  mayShareYearlyReport,
  mayWriteYearlyReport,
  type StoredNarrowing,
  storedNarrowings,
  type YearlyDocument,
  type YearlyIssueId,
} from '@qinglan/domain';
import { frozenColumns } from './frozen-sources';
import { type IssueFile, IssueQueries, type IssueText, type PlacedRow, type RowPlace } from './issue.queries';
import { printedIssue } from './output/printed';
import { plannedNames } from './planned-files';
import { hashOf } from './take-snapshot';

const begin: RowPlace = { block: 0, place: 0 };

const cursorOf = ({ block, place }: RowPlace) => `${String(block)}.${String(place)}`;

function placeOf(cursor: string | undefined): RowPlace {
  if (cursor === undefined) return begin;
  const [, block, place] = /^(\d{1,7})\.(\d{1,7})$/.exec(cursor) ?? [];
  if (block === undefined)
    throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'a cursor' }] });
  return { block: Number(block), place: Number(place) };
}

/** By what the rows of a number of a chart are found; there is none where no chart of the issue shows such a number. */
function narrowingsIn(
  { content }: YearlyDocument,
  { key, by, ...place }: ChartPlace & { readonly key: string; readonly by: string },
): readonly StoredNarrowing[] {
  const charts = content.sections.flatMap((section) => section.charts);
  const such = charts.filter((chart) => chart.indicator === key && chart.by === by);
  const found = such.map((chart) => storedNarrowings(chart, place)).find((one) => one !== null);
  return orNotFound(found ?? null);
}

/** Shows an issue, its text, files and rows, all as they were stored, and checks that nobody touched them. */
@Injectable()
export class ReadIssue {
  constructor(
    private readonly transactions: Transactions,
    private readonly issues: IssueQueries,
  ) {}

  async shown(actor: Actor, id: YearlyIssueId): Promise<YearlyIssueView> {
    allowOrHide(mayReadFigures(actor));
    const issue = await this.transactions.read((read) => this.issues.shown(read, id));
    const may = {
      readRows: isAllowed(mayReadFrozenRows(actor)),
      share: isAllowed(mayShareYearlyReport(actor)),
      print: isAllowed(mayWriteYearlyReport(actor)),
    };
    return { ...issue, may };
  }

  text(actor: Actor, id: YearlyIssueId): Promise<IssueText> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read((read) => this.issues.text(read, id));
  }

  check(actor: Actor, id: YearlyIssueId): Promise<ReplyOf<typeof checkYearlyIssue>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.still(async (read) => {
      const { canonical, hash } = await this.issues.text(read, id);
      const digests = new Map((await this.issues.digests(read, id)).map((one) => [one.key, one]));
      const files = await this.issues.fileHashes(read, id);
      const document = JSON.parse(canonical) as YearlyDocument;
      const promised = document.rows.filter(({ count }) => count > 0);
      const unsoundRows = promised
        .filter(({ key, sha256 }) => digests.get(key)?.sha256 !== sha256)
        .map(({ key }) => key);
      const names = new Set([...plannedNames(printedIssue(document, hash), [...files.keys()]), ...files.keys()]);
      // A page that could not be printed is no fault; one that is gone is.
      const unsoundFiles = [...names].filter((name) => files.get(name) === false || !files.has(name));
      const textHash = hashOf(canonical);
      const isTextSound = textHash === hash;
      const rows = promised.reduce((sum, { count }) => sum + count, 0);
      const isSound = isTextSound && unsoundRows.length === 0 && unsoundFiles.length === 0;
      return { hash, textHash, isTextSound, unsoundRows, rows, unsoundFiles, files: names.size, isSound };
    });
  }

  async file(actor: Actor, id: YearlyIssueId, name: string): Promise<IssueFile & { readonly content: Buffer }> {
    allowOrHide(mayReadFigures(actor));
    const file = await this.transactions.read((read) => this.issues.file(read, id, name));
    if (file.content === null) throw new Refused('file-missing', { detail: file.failure ?? '' });
    return { ...file, content: file.content };
  }

  rows(
    actor: Actor,
    { params, query }: InputOf<typeof listYearlyIssueRows>,
  ): Promise<ReplyOf<typeof listYearlyIssueRows>> {
    allowOrHide(mayReadFrozenRows(actor));
    const from = { ...placeOf(query.after), limit: query.limit + 1 };
    return this.transactions.read(async (read) => {
      const document = this.mustHave(await this.issues.text(read, params.issueId), params.key);
      const narrowed =
        query.by === undefined ? [] : narrowingsIn(document, { ...query, key: params.key, by: query.by });
      const found = await this.issues.rows(read, { id: params.issueId, key: params.key, narrowed }, from);
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const next = found.length > query.limit && last ? cursorOf(last) : null;
      const shown = items.map(({ row }) => row) as ReplyOf<typeof listYearlyIssueRows>['items'];
      return { items: shown, next, columns: frozenColumns(document, shown) };
    });
  }

  /** All rows of a numeral, a page at a time, for whoever writes them on. */
  async *allRows(id: YearlyIssueId, key: string, limit: number): AsyncGenerator<readonly PlacedRow[]> {
    let from: RowPlace = begin;
    for (;;) {
      const at = { ...from, limit };
      const found = await this.transactions.read((read) => this.issues.rows(read, { id, key }, at));
      if (found.length > 0) yield found;
      const last = found.at(-1);
      if (found.length < limit || !last) return;
      from = last;
    }
  }

  /** Whether the issue has such a numeral, before its rows are written on. */
  async numeral(actor: Actor, id: YearlyIssueId, key: string): Promise<YearlyDocument> {
    allowOrHide(mayReadFrozenRows(actor));
    const text = await this.transactions.read((read) => this.issues.text(read, id));
    return this.mustHave(text, key);
  }

  private mustHave({ canonical }: IssueText, key: string): YearlyDocument {
    const document = JSON.parse(canonical) as YearlyDocument;
    orNotFound(document.rows.find((one) => one.key === key));
    return document;
  }
}
