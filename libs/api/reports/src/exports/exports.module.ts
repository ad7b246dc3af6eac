import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { AskExport } from './ask-export';
import { CancelExport } from './cancel-export';
import { DropOldExports } from './drop-old-exports';
import { ExportJob } from './export.job';
import { ExportQueries } from './export.queries';
import { ExportStore } from './export.store';
import { ExportTicker } from './export.ticker';
import { ExportsController } from './exports.controller';
import { ReadExports } from './read-exports';
import { RunExport } from './run-export';
import { WriteExport } from './write-export';

const acts = [AskExport, CancelExport, ReadExports, RunExport, WriteExport, DropOldExports];

/** Files of rows that are too long to wait for. */
@Module({
  imports: [IndicatorsModule],
  controllers: [ExportsController],
  providers: [ExportStore, ExportQueries, ...acts, ExportJob, ExportTicker],
})
export class ExportsModule {}
