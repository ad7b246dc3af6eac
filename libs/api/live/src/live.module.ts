import { Module } from '@nestjs/common';
import { LiveSocketsModule } from '@qinglan/api-platform';
import { SchedulingModule } from '@qinglan/api-scheduling';
import { CatchUp } from './catch-up';
import { CloseSilent } from './close-silent';
import { CountHeads } from './count-heads';
import { EndSockets } from './end-sockets';
import { EnterRoom } from './enter-room';
import { FollowTimetable } from './follow-timetable';
import { HeadCountStore } from './head-count.store';
import { HearBeat } from './hear-beat';
import { KeepPresence } from './keep-presence';
import { LeaveRoom } from './leave-room';
import { LessonCourse } from './lesson-course.store';
import { LiveTicker } from './live.ticker';
import { MentoringFeed } from './mentoring.feed';
import { MentoringGateway } from './mentoring.gateway';
import { PresenceStore } from './presence.store';
import { PruneRooms } from './prune-rooms';
import { ReadRecord } from './read-record';
import { RecordController } from './record.controller';
import { RecordQueries } from './record.queries';
import { RoomLog } from './room-log.store';
import { RoomFeed } from './room.feed';
import { RoomGateway } from './room.gateway';
import { RoomQueries } from './room.queries';
import { Seats } from './seats';
import { SettleLessons } from './settle-lessons';
import { SignRecord } from './sign-record';
import { SignatureStore } from './signature.store';
import { StandingQueries } from './standing.queries';
import { TakeSeat } from './take-seat';
import { TimetableFeed } from './timetable.feed';
import { TimetableGateway } from './timetable.gateway';

const room = [
  Seats,
  EnterRoom,
  TakeSeat,
  KeepPresence,
  HearBeat,
  LeaveRoom,
  CatchUp,
  CountHeads,
  RoomQueries,
  RoomFeed,
];
const record = [
  ReadRecord,
  SignRecord,
  RecordQueries,
  SignatureStore,
  HeadCountStore,
  PresenceStore,
  RoomLog,
  LessonCourse,
];
const time = [CloseSilent, SettleLessons, PruneRooms, LiveTicker];
const everybody = [TimetableFeed, MentoringFeed, FollowTimetable, EndSockets, StandingQueries];

/** Lesson rooms, what they leave behind, and everything that goes out over sockets. */
@Module({
  imports: [LiveSocketsModule, SchedulingModule],
  controllers: [RecordController],
  providers: [RoomGateway, TimetableGateway, MentoringGateway, ...room, ...record, ...time, ...everybody],
  exports: [CloseSilent, SettleLessons, PruneRooms],
})
export class LiveModule {}
