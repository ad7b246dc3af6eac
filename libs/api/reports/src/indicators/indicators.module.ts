import { Module } from '@nestjs/common';
import { BreakdownQueries } from './breakdown.queries';
import { ChartQueries } from './chart.queries';
import { CountedQueries } from './counted.queries';
import { DefinitionQueries } from './definition.queries';
import { EvidenceQueries } from './evidence.queries';
import { ExportRows } from './export-rows';
import { IndicatorQueries } from './indicator.queries';
import { IndicatorsController } from './indicators.controller';
import { ListCounted } from './list-counted';
import { ListNameLists } from './list-name-lists';
import { MakeNameList } from './make-name-list';
import { PreviewIndicator } from './preview-indicator';
import { ReadBreakdown } from './read-breakdown';
import { ReadEvidence } from './read-evidence';
import { ReadFigures } from './read-figures';
import { ReadIndicators } from './read-indicators';
import { ReadRows } from './read-rows';
import { RowQueries } from './row.queries';
import { RowWalk } from './row-walk';
import { RowsController } from './rows.controller';
import { SaveIndicator } from './save-indicator';
import { ShownGroups } from './shown-groups';

const queries = [
  ...[BreakdownQueries, ChartQueries, CountedQueries, DefinitionQueries, EvidenceQueries],
  ...[IndicatorQueries, RowQueries, RowWalk, ShownGroups],
];
const acts = [
  ReadFigures,
  ReadIndicators,
  PreviewIndicator,
  SaveIndicator,
  ReadRows,
  ReadBreakdown,
  ListCounted,
  ReadEvidence,
  ExportRows,
  MakeNameList,
  ListNameLists,
];

/** Definitions, answers and the rows behind them. */
@Module({
  controllers: [IndicatorsController, RowsController],
  providers: [...queries, ...acts],
  exports: [...queries, ReadRows],
})
export class IndicatorsModule {}
