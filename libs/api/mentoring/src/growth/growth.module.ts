import { Module } from '@nestjs/common';
import { SchedulingModule } from '@qinglan/api-scheduling';
import { PairingsModule } from '../pairings/pairings.module';
import { AddPortfolioItem } from './add-portfolio-item';
import { ChainQueries } from './chain.queries';
import { CloseCohort } from './close-cohort';
import { ClosePanel } from './close-panel';
import { CohortQueries } from './cohort.queries';
import { CohortStore } from './cohort.store';
import { CohortsController } from './cohorts.controller';
import { DecidePetition } from './decide-petition';
import { EndPairing } from './end-pairing';
import { EndPairings } from './end-pairings';
import { GateQueries } from './gate.queries';
import { GrowthController } from './growth.controller';
import { GrowthPlanStore } from './growth-plan.store';
import { GrowthQueries } from './growth.queries';
import { GrowthTextStore } from './growth-text.store';
import { GrowthViewer } from './growth.viewer';
import { KeepPairing } from './keep-pairing';
import { MarkOpenLesson } from './mark-open-lesson';
import { OpenLessonStore } from './open-lesson.store';
import { OpenLessonsController } from './open-lessons.controller';
import { PairingEnder } from './pairing-ender';
import { PairingEndsController } from './pairing-ends.controller';
import { PanelQueries } from './panel.queries';
import { PauseStore } from './pause.store';
import { PetitionPairing } from './petition-pairing';
import { PetitionQueries } from './petition.queries';
import { PetitionStore } from './petition.store';
import { PortfolioQueries } from './portfolio.queries';
import { ReadCohorts } from './read-cohorts';
import { ReadGrowth } from './read-growth';
import { ReadOpenLessons } from './read-open-lessons';
import { SaveGrowthPlan } from './save-growth-plan';
import { SaveOpenLesson } from './save-open-lesson';
import { WithdrawPortfolioItem } from './withdraw-portfolio-item';
import { WriteGrowthText } from './write-growth-text';

const queries = [
  ChainQueries,
  CohortQueries,
  GateQueries,
  GrowthQueries,
  PanelQueries,
  PetitionQueries,
  PortfolioQueries,
];
const stores = [CohortStore, GrowthPlanStore, GrowthTextStore, OpenLessonStore, PauseStore, PetitionStore];
const ofTheFile = [ReadGrowth, SaveGrowthPlan, WriteGrowthText, AddPortfolioItem, WithdrawPortfolioItem];
const ofPanels = [ReadOpenLessons, SaveOpenLesson, MarkOpenLesson, ClosePanel];
const ofEnds = [KeepPairing, EndPairing, EndPairings, PairingEnder, PetitionPairing, DecidePetition];

/** What a pairing grows towards, how it is completed, and what becomes of it when a cohort leaves. */
@Module({
  imports: [PairingsModule, SchedulingModule],
  controllers: [GrowthController, OpenLessonsController, PairingEndsController, CohortsController],
  providers: [...queries, ...stores, ...ofTheFile, ...ofPanels, ...ofEnds, ReadCohorts, CloseCohort, GrowthViewer],
  exports: [ChainQueries],
})
export class GrowthModule {}
