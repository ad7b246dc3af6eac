export { DropOldExports } from './exports/drop-old-exports';
export { BreakdownQueries } from './indicators/breakdown.queries';
export { DefinitionQueries } from './indicators/definition.queries';
export { IndicatorQueries } from './indicators/indicator.queries';
export { RowQueries } from './indicators/row.queries';
export { ReportsModule } from './reports.module';
export { FoldTallies } from './tallies/fold-tallies';
export { RebuildTallies } from './tallies/rebuild-tallies';
