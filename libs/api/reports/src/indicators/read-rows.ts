import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, listIndicatorRows, readBreakdown, ReplyOf } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  byYear,
  type IndicatorVersion,
  isCounting,
  mayReadFigures,
  rowScopeOf,
} from '@qinglan/domain';
import { lastDayOf } from './asked-span';
import { type BreakdownAsked, BreakdownQueries } from './breakdown.queries';
import { ChartQueries } from './chart.queries';
import { IndicatorQueries } from './indicator.queries';
import { sourceOf } from './plain-count.sql';
import { RowQueries, type RowsAsked } from './row.queries';
import { columnShown, columnsOf } from './row.sql';

interface Of {
  readonly indicator: IndicatorVersion;
}

type Asked = InputOf<typeof listIndicatorRows>;

/** The rows behind a numeral, and the numeral by one dimension. */
@Injectable()
export class ReadRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
    private readonly rows: RowQueries,
    private readonly breakdowns: BreakdownQueries,
    private readonly charts: ChartQueries,
  ) {}

  page(actor: Actor, input: Asked): Promise<ReplyOf<typeof listIndicatorRows>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read(async (read) => {
      const indicator = await this.definition(read, input.params.key);
      if (!isCounting(indicator)) {
        const from = indicator.rule.kind === 'derived' ? [...indicator.rule.from] : [];
        return { items: [], next: null, columns: [], from };
      }
      const { items, next } = await this.rows.page(read, this.asked(actor, { ...input.query, indicator }));
      return { items: [...items], next, columns: columnsOf(sourceOf(indicator)).map(columnShown), from: [] };
    });
  }

  breakdown(actor: Actor, { params, query }: InputOf<typeof readBreakdown>): Promise<ReplyOf<typeof readBreakdown>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.still(async (read) => {
      const indicator = await this.definition(read, params.key);
      const { year, by } = query;
      const asOf = this.lastDay(query);
      const asked = { indicator, year, asOf, by };
      const { groups, isCut } = by === byYear ? await this.overYears(read, asked) : await this.groupsOf(read, asked);
      const [answer] = await this.indicators.answers(read, { year, asOf, keys: [params.key] });
      const shown = groups.map(({ marks, ...group }) => ({ ...group, marks: [...marks] }));
      return { answer: orNotFound(answer), groups: shown, isCut };
    });
  }

  private groupsOf(read: Read, { indicator, ...asked }: Omit<BreakdownAsked, 'indicator'> & Of) {
    if (!isCounting(indicator)) throw new Refused('field-unknown');
    return this.breakdowns.groups(read, { indicator, ...asked });
  }

  /** Every year's number is public as such: none of them is hidden, and none has rows of this year. */
  private async overYears(read: Read, { indicator: { key }, year, asOf }: Of & { year: number; asOf: string }) {
    const groups = (await this.charts.overYears(read, { year, asOf, keys: [key] })).get(key) ?? [];
    const none = { rows: null, unknownRows: null, isHidden: false };
    const shown = groups.map(({ label, value, marks = [] }) => ({
      ...{ value: label.zh, words: label, number: value, marks, ...none },
    }));
    return { groups: shown, isCut: false };
  }

  /** A definition by its key, in its newest version. */
  async definition(read: Read, key: string): Promise<IndicatorVersion> {
    return orNotFound((await this.indicators.definitions(read)).find((one) => one.key === key));
  }

  /** What is asked, on behalf of somebody, until which day. */
  asked(actor: Actor, wanted: Omit<RowsAsked, 'asOf' | 'scope'> & { readonly asOf?: string | undefined }): RowsAsked {
    return { ...wanted, asOf: this.lastDay(wanted), scope: rowScopeOf(actor) };
  }

  private lastDay({ year, asOf }: { readonly year: number; readonly asOf?: string | undefined }): string {
    return lastDayOf(year, asOf, beijingDayOf(this.clock.now()).toString());
  }
}
