import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, type Read, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, readBreakdown, ReplyOf } from '@qinglan/contracts';
import { type Actor, byYear, type IndicatorVersion, isCounting, mayReadFigures } from '@qinglan/domain';
import { type BreakdownAsked, BreakdownQueries } from './breakdown.queries';
import { ChartQueries } from './chart.queries';
import { IndicatorQueries } from './indicator.queries';
import { ReadRows } from './read-rows';

interface Of {
  readonly indicator: IndicatorVersion;
}

/** A numeral by one dimension, or over the years. */
@Injectable()
export class ReadBreakdown {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReadRows,
    private readonly indicators: IndicatorQueries,
    private readonly breakdowns: BreakdownQueries,
    private readonly charts: ChartQueries,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<typeof readBreakdown>): Promise<ReplyOf<typeof readBreakdown>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.still(async (read) => {
      const indicator = await this.reading.definition(read, params.key);
      const { year, by } = query;
      const asOf = this.reading.lastDay(query);
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
}
