import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { AnswerView, InputOf, previewIndicator } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideIndicator, type Indicator, mayDefineIndicators } from '@qinglan/domain';
import { lastDayOf } from './asked-span';
import { IndicatorQueries } from './indicator.queries';
import { refusedIndicator } from './save-indicator';

/** The key of a definition that is not kept: no saved one can have it. */
const unsaved = '0';

/** What a definition comes to before it is saved; it obeys the same rules, and nothing is kept. */
@Injectable()
export class PreviewIndicator {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
  ) {}

  execute(actor: Actor, { query, body }: InputOf<typeof previewIndicator>): Promise<AnswerView> {
    allowOrHide(mayDefineIndicators(actor));
    const wanted: Indicator = { ...body, key: unsaved };
    const asOf = lastDayOf(query.year, undefined, beijingDayOf(this.clock.now()).toString());
    return this.transactions.read(async (read) => {
      const known = new Map((await this.indicators.definitions(read)).map((one) => [one.key, one]));
      orRefuse(decideIndicator(wanted, known), refusedIndicator);
      const draft = { ...wanted, version: 1 };
      const [answer] = await this.indicators.answers(read, { year: query.year, asOf, keys: [unsaved], draft });
      return { ...orNotFound(answer), key: 'preview' };
    });
  }
}
