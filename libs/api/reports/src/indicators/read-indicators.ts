import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Transactions } from '@qinglan/api-platform';
import type { InputOf, listIndicators, readIndicator, ReplyOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, type IndicatorVersion, mayReadFigures } from '@qinglan/domain';
import { lastDayOf } from './asked-span';
import { DefinitionQueries } from './definition.queries';
import { IndicatorQueries } from './indicator.queries';
import { indicatorShown } from './indicator.view';

/** Definitions of what is counted. */
@Injectable()
export class ReadIndicators {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
    private readonly definitions: DefinitionQueries,
  ) {}

  all(actor: Actor): Promise<ReplyOf<typeof listIndicators>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read(async (read) => ({
      items: (await this.definitions.all(read)).map(indicatorShown),
    }));
  }

  one(actor: Actor, { params, query }: InputOf<typeof readIndicator>): Promise<ReplyOf<typeof readIndicator>> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read(async (read) => {
      const indicator = orNotFound((await this.definitions.all(read)).find(({ key }) => key === params.key));
      return {
        indicator: indicatorShown(indicator),
        answer: query.year === undefined ? null : await this.answer(read, indicator, { ...query, year: query.year }),
        versions: await this.versions(read, indicator),
      };
    });
  }

  private async answer(read: Read, { key }: IndicatorVersion, asked: { year: number; asOf?: string | undefined }) {
    const asOf = lastDayOf(asked.year, asked.asOf, beijingDayOf(this.clock.now()).toString());
    return (await this.indicators.answers(read, { year: asked.year, asOf, keys: [key] }))[0] ?? null;
  }

  private async versions(read: Read, { key }: IndicatorVersion) {
    return (await this.definitions.written(read, key)).map(({ version, body, savedAt, savedBy }) => ({
      version,
      name: body.name,
      definition: body.definition,
      savedAt: savedAt.toString(),
      savedBy,
    }));
  }
}
