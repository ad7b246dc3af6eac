import { Module } from '@nestjs/common';
import { FoldTallies } from './fold-tallies';
import { RebuildTallies } from './rebuild-tallies';
import { TallyTicker } from './tally.ticker';

/** What is kept ready so that a year of lessons is counted at once. */
@Module({ providers: [FoldTallies, RebuildTallies, TallyTicker], exports: [FoldTallies, RebuildTallies] })
export class TalliesModule {}
