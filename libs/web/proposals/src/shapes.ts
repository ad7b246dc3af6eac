import type {
  CallOf,
  listProposals,
  previewSeries,
  propose,
  readProposal,
  readSeries,
  readTermWindows,
  readWindows,
  ReplyOf,
  saveSeries,
} from '@qinglan/contracts';

export type Series = ReplyOf<typeof readSeries>;
export type SeriesBody = NonNullable<CallOf<typeof saveSeries>['body']>;
export type Preview = ReplyOf<typeof previewSeries>;
/** What one week of a draft gives. */
export type Occurrence = Preview['occurrences'][number];
export type Clash = Occurrence['clashes'][number];
/** A start at which a lesson fits both bells. */
export type Start = Occurrence['suggestions'][number];
export type SkipReason = Occurrence['reasons'][number];
export type TermWeek = ReplyOf<typeof readTermWindows>['weeks'][number];
export type DayWindows = ReplyOf<typeof readWindows>;
export type ProposalRow = ReplyOf<typeof listProposals>['items'][number];
export type Proposal = ReplyOf<typeof readProposal>;
/** One lesson of a proposal. */
export type Item = Proposal['items'][number];
export type SchoolLabel = Item['presentingSchool'];
type Sent = NonNullable<CallOf<typeof propose>['body']>;
export type LessonBody = Extract<Sent, { of: 'lesson' }>['lesson'];
