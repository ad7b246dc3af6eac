export { IndicatorQueries } from './indicators/indicator.queries';
export { ReportsModule } from './reports.module';
export { FoldTallies } from './tallies/fold-tallies';
export { RebuildTallies } from './tallies/rebuild-tallies';
