import type {
  listStudioActivities,
  listStudioDiagnoses,
  listStudios,
  Problem,
  readActivity,
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
export type Diagnosis = ReplyOf<typeof listStudioDiagnoses>['items'][number];
export type Clash = NonNullable<Problem['clashes']>[number];
