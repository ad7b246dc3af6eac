import { Module } from '@nestjs/common';
import { IndicatorQueries } from './indicator.queries';

/** Definitions, answers and the rows behind them. */
@Module({ providers: [IndicatorQueries], exports: [IndicatorQueries] })
export class IndicatorsModule {}
