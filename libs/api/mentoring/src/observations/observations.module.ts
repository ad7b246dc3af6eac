import { Module } from '@nestjs/common';
import { SchedulingModule } from '@qinglan/api-scheduling';
import { GrowthModule } from '../growth/growth.module';
import { PairingsModule } from '../pairings/pairings.module';
import { AlikeQueries } from './alike.queries';
import { AnswerObservation } from './answer-observation';
import { AnswerWriter } from './answer.writer';
import { AnswerRequest } from './answer-request';
import { AskObservation } from './ask-observation';
import { ObservationChangeStore } from './change.store';
import { ChangeWriter } from './change.writer';
import { DiscardObservation } from './discard-observation';
import { HeardLessonQueries } from './heard-lesson.queries';
import { ListObservations } from './list-observations';
import { ListRequests } from './list-requests';
import { LogVisit } from './log-visit';
import { ObservableQueries } from './observable.queries';
import { ObservationListQueries } from './observation-list.queries';
import { ObservationListsController } from './observation-lists.controller';
import { ObservationOpener } from './observation.opener';
import { ObservationQueries } from './observation.queries';
import { ObservationRequestsController } from './observation-requests.controller';
import { ObservationStepsController } from './observation-steps.controller';
import { ObservationStore } from './observation.store';
import { ObservationSubmitter } from './observation.submitter';
import { ObservationViewer } from './observation.viewer';
import { ObservationsController } from './observations.controller';
import { OpenObservation } from './open-observation';
import { ReadRequest } from './read-request';
import { ReadObservation } from './read-observation';
import { ObservationReadingStore } from './reading.store';
import { RequestKeeper } from './request.keeper';
import { ObservationRequestQueries } from './request.queries';
import { ObservationRequestStore } from './request.store';
import { SendChanges } from './send-changes';
import { SubmitObservation } from './submit-observation';
import { VisitWriter } from './visit.writer';
import { WithdrawRequest } from './withdraw-request';

const writing = [
  ...[OpenObservation, ObservationOpener, LogVisit, VisitWriter, SendChanges, ChangeWriter],
  ...[SubmitObservation, ObservationSubmitter, AnswerObservation, AnswerWriter, DiscardObservation],
];
const reading = [
  ReadObservation,
  ObservationViewer,
  ListObservations,
  ObservationListQueries,
  ObservableQueries,
  AlikeQueries,
];
const kept = [
  ObservationStore,
  ObservationQueries,
  ObservationChangeStore,
  ObservationReadingStore,
  HeardLessonQueries,
];
const requests = [AskObservation, AnswerRequest, WithdrawRequest, ListRequests, ReadRequest, RequestKeeper];

/** Heard lessons from the first remark to the countersignature, and asking for them. */
@Module({
  imports: [PairingsModule, GrowthModule, SchedulingModule],
  controllers: [
    ObservationsController,
    ObservationStepsController,
    ObservationListsController,
    ObservationRequestsController,
  ],
  providers: [...writing, ...reading, ...kept, ...requests, ObservationRequestStore, ObservationRequestQueries],
})
export class ObservationsModule {}
