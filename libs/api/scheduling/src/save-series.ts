import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveSeries } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { SeriesDrafter } from './series.drafter';
import { SeriesQueries } from './series.queries';

/** Adds a draft or changes it; lessons of earlier rounds stay as they were. */
@Injectable()
export class SaveSeries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafter: SeriesDrafter,
    private readonly series: SeriesQueries,
  ) {}

  execute(actor: Actor, given: InputOf<typeof saveSeries>): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      await this.drafter.save(tx, actor, { given, now });
      return orNotFound(await this.series.view(tx, given.params.seriesId));
    });
  }
}
