import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, listSeries } from '@qinglan/contracts';
import { type Actor, maySeeLesson, type SeriesId } from '@qinglan/domain';
import { subjectOf } from './cast';
import { SeriesQueries } from './series.queries';

/** Shows series to those who may see them. */
@Injectable()
export class ReadSeries {
  constructor(
    private readonly transactions: Transactions,
    private readonly series: SeriesQueries,
  ) {}

  page(actor: Actor, query: InputOf<typeof listSeries>['query']): Promise<string> {
    return this.transactions.read((read) => this.series.page(read, actor, query));
  }

  one(actor: Actor, seriesId: SeriesId): Promise<string> {
    return this.transactions.read(async (read) => {
      allowOrHide(maySeeLesson(actor, subjectOf(orNotFound(await this.series.find(read, seriesId)))));
      return orNotFound(await this.series.view(read, seriesId));
    });
  }
}
