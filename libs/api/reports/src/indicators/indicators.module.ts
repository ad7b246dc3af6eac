import { Module } from '@nestjs/common';
import { DefinitionQueries } from './definition.queries';
import { IndicatorQueries } from './indicator.queries';
import { RowQueries } from './row.queries';

const queries = [DefinitionQueries, IndicatorQueries, RowQueries];

/** Definitions, answers and the rows behind them. */
@Module({ providers: queries, exports: queries })
export class IndicatorsModule {}
