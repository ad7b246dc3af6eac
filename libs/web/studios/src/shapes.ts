import type {
  listStudioActivities,
  listStudioDiagnoses,
  listStudios,
  readActivity,
  readActivityHistory,
  readLineage,
  readStudio,
  readStudioPeople,
  ReplyOf,
} from '@qinglan/contracts';

export type StudioRow = ReplyOf<typeof listStudios>['items'][number];
export type Studio = ReplyOf<typeof readStudio>;
export type Honour = Studio['honours'][number];
export type Mentor = ReplyOf<typeof readStudioPeople>['items'][number];
export type Lineage = ReplyOf<typeof readLineage>;
export type LineagePerson = Lineage['people'][number];
export type LineageLink = Lineage['links'][number];
export type ActivityRow = ReplyOf<typeof listStudioActivities>['items'][number];
export type Activity = ReplyOf<typeof readActivity>;
/** One thing that was done to an activity. */
export type HistoryEntry = ReplyOf<typeof readActivityHistory>['items'][number];
export type Diagnosis = ReplyOf<typeof listStudioDiagnoses>['items'][number];
/** Lengths of a meeting that are offered, in minutes. */
export const lengths = [30, 40, 60, 90, 120, 180, 240] as const;
