import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { checkYearlyIssue, InputOf, listYearlyIssueRows, ReplyOf, YearlyIssueView } from '@qinglan/contracts';
import {
  type Actor,
  byYear,
  isAllowed,
  isNarrowingWhole,
  mayReadFigures,
  mayReadFrozenRows,
  mayShareYearlyReport,
  mayWriteYearlyReport,
  storedNarrowings,
  type YearlyDocument,
  type YearlyIssueId,
} from '@qinglan/domain';
import { frozenColumns } from './frozen-sources';
import { type FrozenGroup, IssueRowQueries, type PlacedRow, type RowPlace } from './issue-row.queries';
import { type IssueFile, IssueQueries, type IssueText } from './issue.queries';
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

type Asked = InputOf<typeof listYearlyIssueRows>;

/** The number of a chart that is asked for, null where all rows are; there is none where no chart of the issue shows it. */
function groupIn({ content }: YearlyDocument, { params, query }: Asked): FrozenGroup | null {
  const { by, value, within, part } = query;
  if (!isNarrowingWhole(query)) throw new Refused('field-unknown');
  if (by === undefined || value === undefined) return null;
  const charts = content.sections.flatMap((section) => section.charts);
  const such = charts.filter((chart) => chart.indicator === params.key && chart.by === by);
  const place = { value, within, part };
  const found = such.map((chart) => storedNarrowings(chart, place, content.year)).find((one) => one !== null);
  const narrowings = orNotFound(found ?? null);
  return by === byYear ? null : { by, value, within: within ?? '', part: part ?? '', narrowings };
}

/** Shows an issue, its text, files and rows, all as they were stored, and checks that nobody touched them. */
@Injectable()
export class ReadIssue {
  constructor(
    private readonly transactions: Transactions,
    private readonly issues: IssueQueries,
    private readonly issueRows: IssueRowQueries,
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

  rows(actor: Actor, input: Asked): Promise<ReplyOf<typeof listYearlyIssueRows>> {
    const { params, query } = input;
    allowOrHide(mayReadFrozenRows(actor));
    const from = { ...placeOf(query.after), limit: query.limit + 1 };
    return this.transactions.read(async (read) => {
      const document = this.mustHave(await this.issues.text(read, params.issueId), params.key);
      const asked = { id: params.issueId, key: params.key, group: groupIn(document, input) };
      const found = await this.issueRows.rows(read, asked, from);
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
      const found = await this.transactions.read((read) => this.issueRows.rows(read, { id, key }, at));
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
