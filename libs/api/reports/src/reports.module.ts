import { Module } from '@nestjs/common';
import { IndicatorsModule } from './indicators/indicators.module';

/** What the programme's year comes to: every numeral with its definition, its rows and their evidence. */
@Module({ imports: [IndicatorsModule] })
export class ReportsModule {}
