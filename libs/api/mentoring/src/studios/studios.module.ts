import { Module } from '@nestjs/common';
import { SchedulingModule } from '@qinglan/api-scheduling';
import { PairingsModule } from '../pairings/pairings.module';
import { ActivitiesController } from './activities.controller';
import { ActivityChangesController } from './activity-changes.controller';
import { ActivityCredits } from './activity-credits';
import { ActivityInviter } from './activity.inviter';
import { ActivityListQueries } from './activity-list.queries';
import { ActivityMover } from './activity.mover';
import { ActivityPlacer } from './activity.placer';
import { ActivityQueries } from './activity.queries';
import { ActivityStore } from './activity.store';
import { ActivityViewer } from './activity.viewer';
import { ActivityWriter } from './activity.writer';
import { ArrangeActivity } from './arrange-activity';
import { CancelActivity } from './cancel-activity';
import { CorrectActivity } from './correct-activity';
import { DiagnosisQueries } from './diagnosis.queries';
import { DiagnosisStore } from './diagnosis.store';
import { InviteToActivity } from './invite-to-activity';
import { MoveActivity } from './move-activity';
import { ReadActivities } from './read-activities';
import { ReadDiagnoses } from './read-diagnoses';
import { ReadStudios } from './read-studios';
import { RecordActivity } from './record-activity';
import { SaveDiagnosis } from './save-diagnosis';
import { SaveHonour } from './save-honour';
import { SaveStudio } from './save-studio';
import { StudioHonourStore } from './studio-honour.store';
import { StudioPeopleQueries } from './studio-people.queries';
import { StudioQueries } from './studio.queries';
import { StudioStore } from './studio.store';
import { StudioViewer } from './studio.viewer';
import { StudiosController } from './studios.controller';

const meeting = [ArrangeActivity, MoveActivity, InviteToActivity, CancelActivity, RecordActivity, CorrectActivity];
const keeping = [ReadActivities, SaveStudio, SaveHonour, SaveDiagnosis, ReadStudios, ReadDiagnoses];
const queries = [ActivityListQueries, ActivityQueries, DiagnosisQueries, StudioPeopleQueries, StudioQueries];
const parts = [
  ActivityCredits,
  ActivityInviter,
  ActivityMover,
  ActivityPlacer,
  ActivityViewer,
  ActivityWriter,
  StudioViewer,
];
const stores = [ActivityStore, DiagnosisStore, StudioStore, StudioHonourStore];

/** Studios with their honours, their activities, and where their lines lead. */
@Module({
  imports: [SchedulingModule, PairingsModule],
  controllers: [StudiosController, ActivitiesController, ActivityChangesController],
  providers: [...meeting, ...keeping, ...queries, ...parts, ...stores],
  exports: [StudioStore, StudioHonourStore, StudioQueries],
})
export class StudiosModule {}
