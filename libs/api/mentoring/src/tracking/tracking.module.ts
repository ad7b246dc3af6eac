import { Module } from '@nestjs/common';
import { BookWriter } from './book-thread';
import { ChoicesQueries } from './choices.queries';
import { EquityQueries } from './equity.queries';
import { ExportTracking } from './export-tracking';
import { ExportQueries } from './export.queries';
import { FiguresQueries } from './figures.queries';
import { LoadQueries } from './load.queries';
import { ReadTracking, TrackingDesk } from './read-tracking';
import { ToActOnQueries } from './to-act-on.queries';
import { TrackingController } from './tracking.controller';

const queries = [FiguresQueries, EquityQueries, LoadQueries, ToActOnQueries, ChoicesQueries, ExportQueries];

/** Who waits, what is at risk, how evenly visits are spread. */
@Module({
  controllers: [TrackingController],
  providers: [...queries, TrackingDesk, ReadTracking, BookWriter, ExportTracking],
})
export class TrackingModule {}
