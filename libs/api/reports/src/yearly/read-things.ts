import { Injectable } from '@nestjs/common';
import { allowOrHide, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, listYearlyIssueThingRows, listYearlyIssueThings, ReplyOf } from '@qinglan/contracts';
import { type Actor, mayReadFrozenRows } from '@qinglan/domain';
import { frozenColumns } from './frozen-sources';
import { IssueQueries } from './issue.queries';
import { ThingQueries } from './thing.queries';

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,8}$/.test(cursor)) return Number(cursor);
  throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'the next of another page' }] });
}

/** A numeral that counts rows has no such lines. */
const countsRows = { items: [], next: null, column: null, things: 0, rows: 0, unknownRows: 0 };

/** Which thirty-four of a frozen issue: one line for one of them, and the rows of each, as they were stored. */
@Injectable()
export class ReadThings {
  constructor(
    private readonly transactions: Transactions,
    private readonly issues: IssueQueries,
    private readonly things: ThingQueries,
  ) {}

  page(
    actor: Actor,
    { params, query }: InputOf<typeof listYearlyIssueThings>,
  ): Promise<ReplyOf<typeof listYearlyIssueThings>> {
    allowOrHide(mayReadFrozenRows(actor));
    const from = { after: placeOf(query.after), limit: query.limit };
    return this.transactions.read(async (read) => {
      await this.issues.mustBeThere(read, params.issueId);
      return (await this.things.page(read, { id: params.issueId, key: params.key }, from)) ?? countsRows;
    });
  }

  rows(
    actor: Actor,
    { params, query }: InputOf<typeof listYearlyIssueThingRows>,
  ): Promise<ReplyOf<typeof listYearlyIssueThingRows>> {
    allowOrHide(mayReadFrozenRows(actor));
    const from = { after: placeOf(query.after), limit: query.limit + 1 };
    return this.transactions.read(async (read) => {
      const document = await this.issues.document(read, params.issueId);
      await this.issues.mustBeThere(read, params.issueId);
      const of = { id: params.issueId, key: params.key, of: params.place };
      const found = await this.things.rows(read, of, from);
      const items = found.slice(0, query.limit).map(({ row }) => row);
      const next = found.length > query.limit ? String(found[query.limit - 1]?.place) : null;
      const shown = items as ReplyOf<typeof listYearlyIssueThingRows>['items'];
      return { items: shown, next, columns: frozenColumns(document, shown) };
    });
  }
}
