import { Module } from '@nestjs/common';
import { GrowthModule } from './growth/growth.module';
import { HonoursModule } from './honours/honours.module';
import { MatchingModule } from './matching/matching.module';
import { ObservationsModule } from './observations/observations.module';
import { PairingsModule } from './pairings/pairings.module';
import { StudiosModule } from './studios/studios.module';
import { TrackingModule } from './tracking/tracking.module';
import { WaitingModule } from './waiting/waiting.module';

/** Studios, who guides whom, what was agreed, what was seen, and how each pairing ends. */
@Module({
  imports: [
    PairingsModule,
    StudiosModule,
    ObservationsModule,
    GrowthModule,
    MatchingModule,
    TrackingModule,
    WaitingModule,
    HonoursModule,
  ],
  exports: [PairingsModule, StudiosModule],
})
export class MentoringModule {}
