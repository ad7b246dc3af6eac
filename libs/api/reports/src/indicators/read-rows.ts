import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Transactions } from '@qinglan/api-platform';
import type { InputOf, listIndicatorRows, ReplyOf } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  type IndicatorVersion,
  isCounting,
  mayReadFigures,
  rowScopeOf,
} from '@qinglan/domain';
import { lastDayOf } from './asked-span';
import { IndicatorQueries } from './indicator.queries';
import { sourceOf } from './plain-count.sql';
import { RowQueries, type RowsAsked } from './row.queries';
import { columnShown, columnsOf } from './row.sql';
import { ShownGroups } from './shown-groups';

type Asked = InputOf<typeof listIndicatorRows>;
type Wanted = Omit<RowsAsked, 'asOf' | 'scope'> & { readonly asOf?: string | undefined };

/** The rows behind a numeral. */
@Injectable()
export class ReadRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
    private readonly rows: RowQueries,
    private readonly shownGroups: ShownGroups,
  ) {}

  page(actor: Actor, input: Asked): Promise<ReplyOf<typeof listIndicatorRows>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read(async (read) => {
      const indicator = await this.definition(read, input.params.key);
      if (!isCounting(indicator)) {
        const from = indicator.rule.kind === 'derived' ? [...indicator.rule.from] : [];
        return { items: [], next: null, columns: [], from };
      }
      const { items, next } = await this.rows.page(read, await this.asked(read, actor, { ...input.query, indicator }));
      return { items: [...items], next, columns: columnsOf(sourceOf(indicator)).map(columnShown), from: [] };
    });
  }

  /** A definition by its key, in its newest version. */
  async definition(read: Read, key: string): Promise<IndicatorVersion> {
    return orNotFound((await this.indicators.definitions(read)).find((one) => one.key === key));
  }

  /** What is asked, on behalf of somebody, until which day; refused where it is narrowed to what no breakdown shows. */
  async asked(read: Read, actor: Actor, wanted: Wanted): Promise<RowsAsked> {
    const asked = { ...wanted, asOf: this.lastDay(wanted), scope: rowScopeOf(actor) };
    await this.shownGroups.mustShow(read, asked);
    return asked;
  }

  /** Until which day: the one that is named, the end of the year, or today. */
  lastDay({ year, asOf }: { readonly year: number; readonly asOf?: string | undefined }): string {
    return lastDayOf(year, asOf, beijingDayOf(this.clock.now()).toString());
  }
}
