import { Injectable } from '@nestjs/common';
import { allowOrHide, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, listCountedThings, ReplyOf } from '@qinglan/contracts';
import { type Actor, isCounting, mayReadFigures } from '@qinglan/domain';
import { CountedQueries } from './counted.queries';
import { countedColumn, countedFieldOf } from './counted.sql';
import { sourceOf } from './plain-count.sql';
import { ReadRows } from './read-rows';
import { columnShown } from './row.sql';

/** Which thirty-four: what a numeral counts once each, one line for one of them. */
@Injectable()
export class ListCounted {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReadRows,
    private readonly counted: CountedQueries,
  ) {}

  execute(
    actor: Actor,
    { params, query }: InputOf<typeof listCountedThings>,
  ): Promise<ReplyOf<typeof listCountedThings>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read(async (read) => {
      const indicator = await this.reading.definition(read, params.key);
      if (!isCounting(indicator)) throw new Refused('field-unknown');
      const column = columnShown(countedColumn(sourceOf(indicator), countedFieldOf(indicator.rule)));
      const asked = await this.reading.asked(read, actor, { ...query, indicator });
      const { items, ...found } = await this.counted.page(read, asked);
      return { ...found, items: [...items], column };
    });
  }
}
