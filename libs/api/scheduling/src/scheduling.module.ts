import { Module } from '@nestjs/common';
import { CalendarModule } from '@qinglan/api-calendar';
import { DirectoryModule } from '@qinglan/api-directory';
import { AnswerProposal } from './answer-proposal';
import { CancelLesson } from './cancel-lesson';
import { ClashQueries } from './clash.queries';
import { DraftStore } from './draft.store';
import { ExpireProposals } from './expire-proposals';
import { Happenings } from './happenings';
import { Holds } from './holds';
import { LessonListQueries } from './lesson-list.queries';
import { LessonMover } from './lesson.mover';
import { LessonPlacer } from './lesson.placer';
import { LessonQueries } from './lesson.queries';
import { LessonStore } from './lesson.store';
import { LessonViewer } from './lesson.viewer';
import { LessonsController } from './lessons.controller';
import { MakeUps } from './make-ups';
import { MeetingHolds } from './meeting-holds';
import { SittingHolds } from './sitting-holds';
import { MoveLesson } from './move-lesson';
import { ObserverHolds } from './observer-holds';
import { Pairs } from './pair';
import { PreviewSeries } from './preview-series';
import { ProposalListQueries } from './proposal-list.queries';
import { ProposalQueries } from './proposal.queries';
import { ProposalStepper } from './proposal.stepper';
import { ProposalStore } from './proposal.store';
import { ProposalViewer } from './proposal.viewer';
import { ProposalWriter } from './proposal.writer';
import { ProposalsController } from './proposals.controller';
import { Propose } from './propose';
import { ProposeLesson } from './propose-lesson';
import { ProposeSeries } from './propose-series';
import { ReadLessons } from './read-lessons';
import { ReadProposals } from './read-proposals';
import { ReadSeries } from './read-series';
import { ReadWeek } from './read-week';
import { ReadWindows } from './read-windows';
import { SaveSeries } from './save-series';
import { SchedulingTicker } from './scheduling.ticker';
import { SeriesController } from './series.controller';
import { SeriesDrafter } from './series.drafter';
import { SeriesPlanner } from './series.planner';
import { SeriesQueries } from './series.queries';
import { SeriesStore } from './series.store';
import { TimetableController } from './timetable.controller';
import { WeekQueries } from './week.queries';
import { WithdrawProposal } from './withdraw-proposal';

const asking = [Propose, ProposeSeries, ProposeLesson, AnswerProposal, WithdrawProposal, ExpireProposals];
const changing = [SaveSeries, PreviewSeries, CancelLesson, MoveLesson];
const reading = [ReadWindows, ReadWeek, ReadSeries, ReadProposals, ReadLessons];
const queries = [ClashQueries, LessonListQueries, LessonQueries, ProposalListQueries, ProposalQueries, SeriesQueries];
const stores = [DraftStore, LessonStore, ProposalStore, SeriesStore, WeekQueries, Holds, Pairs];
const parts = [
  MakeUps,
  MeetingHolds,
  ObserverHolds,
  SittingHolds,
  Happenings,
  LessonMover,
  LessonPlacer,
  LessonViewer,
  ProposalStepper,
  ProposalViewer,
  ProposalWriter,
];

/** Windows, series, proposals and lessons: how two schools agree on when to teach. */
@Module({
  imports: [DirectoryModule, CalendarModule],
  controllers: [TimetableController, SeriesController, ProposalsController, LessonsController],
  providers: [
    ...asking,
    ...changing,
    ...reading,
    ...queries,
    ...stores,
    ...parts,
    SeriesDrafter,
    SeriesPlanner,
    SchedulingTicker,
  ],
  exports: [SeriesStore, LessonQueries, ExpireProposals, MeetingHolds, ObserverHolds, SittingHolds],
})
export class SchedulingModule {}
