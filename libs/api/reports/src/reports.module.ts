import { Module } from '@nestjs/common';
import { CompletenessModule } from './completeness/completeness.module';
import { ExportsModule } from './exports/exports.module';
import { IndicatorsModule } from './indicators/indicators.module';
import { TalliesModule } from './tallies/tallies.module';
import { YearlyModule } from './yearly/yearly.module';

/** What the programme's year comes to, every numeral with its rows and their evidence, and what it still lacks. */
@Module({ imports: [IndicatorsModule, ExportsModule, TalliesModule, CompletenessModule, YearlyModule] })
export class ReportsModule {}
