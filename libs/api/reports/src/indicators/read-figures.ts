import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, statement, Transactions } from '@qinglan/api-platform';
import type { InputOf, readFigures, ReplyOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, mayReadFigures } from '@qinglan/domain';
import { lastDayOf } from './asked-span';
import { IndicatorQueries } from './indicator.queries';

const years = statement(
  'report-years',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object('year', year, 'isOver', year < $1) ORDER BY year DESC), '[]'))::text
   FROM (SELECT year FROM report_year UNION SELECT $1) AS known WHERE year <= $1`,
);

/** The numbers of a year, with the lists and facts that its texts name. */
@Injectable()
export class ReadFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
  ) {}

  years(actor: Actor): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    const { year } = beijingDayOf(this.clock.now());
    return this.transactions.read(async (read) => orNotFound(await read.text(years, [year])));
  }

  ofYear(actor: Actor, { params, query }: InputOf<typeof readFigures>): Promise<ReplyOf<typeof readFigures>> {
    allowOrHide(mayReadFigures(actor));
    const { year } = params;
    const asOf = lastDayOf(year, query.asOf, beijingDayOf(this.clock.now()).toString());
    return this.transactions.read(async (read) => ({
      year,
      asOf,
      answers: [...(await this.indicators.answers(read, { year, asOf }))],
      lists: (await this.indicators.lists(read, { year, asOf })).map(({ key, items }) => ({ key, items: [...items] })),
      statements: [...(await this.indicators.statements(read, year))],
    }));
  }
}
