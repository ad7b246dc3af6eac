import { Directory1790000000001 } from './migrations/1-directory';
import { Identity1790000000002 } from './migrations/2-identity';
import { Calendar1790000000003 } from './migrations/3-calendar';
import { Scheduling1790000000004 } from './migrations/4-scheduling';
import { Live1790000000005 } from './migrations/5-live';
import { Register1790000000006 } from './migrations/6-register';
import { Mentoring1790000000007 } from './migrations/7-mentoring';
import { Activities1790000000008 } from './migrations/8-activities';
import { Observations1790000000009 } from './migrations/9-observations';
import { Matching1790000000010 } from './migrations/10-matching';
import { Growth1790000000011 } from './migrations/11-growth';
import { Tracking1790000000012 } from './migrations/12-tracking';
import { Programme1790000000013 } from './migrations/13-programme';
import { Reports1790000000014 } from './migrations/14-reports';
import { Agreements1790000000015 } from './migrations/15-agreements';
import { MatchingIndexes1790000000016 } from './migrations/16-matching-indexes';
import { ObservationIndexes1790000000017 } from './migrations/17-observation-indexes';
import { YearlyReports1790000000018 } from './migrations/18-yearly-reports';
import { Completeness1790000000019 } from './migrations/19-completeness';
import { ReportEvidence1790000000020 } from './migrations/20-report-evidence';
import { MatchingDeclined1790000000022 } from './migrations/22-matching-declined';
import { CreditsByHand1790000000023 } from './migrations/23-credits-by-hand';
import { ProgrammeWeek1790000000024 } from './migrations/24-programme-week';
import { CompletenessIndex1790000000025 } from './migrations/25-completeness-index';
import { MakeUp1790000000026 } from './migrations/26-make-up';
import { ObserverHolds1790000000027 } from './migrations/27-observer-holds';
import { MentoringGaps1790000000028 } from './migrations/28-mentoring-gaps';
import { RowExports1790000000029 } from './migrations/29-row-exports';
import { IssuesWhole1790000000030 } from './migrations/30-issues-whole';
import { ListHolds1790000000031 } from './migrations/31-list-holds';
import { FrozenThings1790000000032 } from './migrations/32-frozen-things';
import { FrozenThingsWhole1790000000033 } from './migrations/33-frozen-things-whole';
import { Certainty1790000000034 } from './migrations/34-certainty';
import { StateAsOf1790000000035 } from './migrations/35-state-as-of';
import { FrozenRefs1790000000036 } from './migrations/36-frozen-refs';
import { CheapHistories1790000000037 } from './migrations/37-cheap-histories';
import { IssuesStay1790000000038 } from './migrations/38-issues-stay';
import { PartnershipsKnown1790000000039 } from './migrations/39-partnerships-known';
import { ProgrammeGrows1790000000040 } from './migrations/40-programme-grows';
import { RowsById1790000000041 } from './migrations/41-rows-by-id';
import { FrozenGroups1790000000042 } from './migrations/42-frozen-groups';

/** Every migration, in the order in which they run. */
export const migrations = [
  Directory1790000000001,
  Identity1790000000002,
  Calendar1790000000003,
  Scheduling1790000000004,
  Live1790000000005,
  Register1790000000006,
  Mentoring1790000000007,
  Activities1790000000008,
  Observations1790000000009,
  Matching1790000000010,
  Growth1790000000011,
  Tracking1790000000012,
  Programme1790000000013,
  Reports1790000000014,
  Agreements1790000000015,
  MatchingIndexes1790000000016,
  ObservationIndexes1790000000017,
  YearlyReports1790000000018,
  Completeness1790000000019,
  ReportEvidence1790000000020,
  MatchingDeclined1790000000022,
  CreditsByHand1790000000023,
  ProgrammeWeek1790000000024,
  CompletenessIndex1790000000025,
  MakeUp1790000000026,
  ObserverHolds1790000000027,
  MentoringGaps1790000000028,
  RowExports1790000000029,
  IssuesWhole1790000000030,
  ListHolds1790000000031,
  FrozenThings1790000000032,
  FrozenThingsWhole1790000000033,
  Certainty1790000000034,
  StateAsOf1790000000035,
  FrozenRefs1790000000036,
  CheapHistories1790000000037,
  IssuesStay1790000000038,
  PartnershipsKnown1790000000039,
  ProgrammeGrows1790000000040,
  RowsById1790000000041,
  FrozenGroups1790000000042,
];
