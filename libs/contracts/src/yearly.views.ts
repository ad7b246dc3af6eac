import type { PersonId, YearlyCommentId, YearlyIssueId } from '@qinglan/domain';
import {
  certainties,
  chartKinds,
  reportingSides,
  units,
  yearlyChangeKinds,
  yearlyMarks,
  yearlySectionKinds,
  yearlyStates,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, version } from './kernel/primitives';

/** A text in zh, en and ug; en and ug may be empty and are then read in zh. */
const words = (longest: number) =>
  z.object({
    zh: z.string().trim().max(longest),
    en: z.string().trim().max(longest),
    ug: z.string().trim().max(longest),
  });
/** The heading of a section. */
export const yearlyTitle = words(120);
/**
 * The words of a section: `{{key}}` puts a numeral in (`{{key|words}}` as a counting word), `{{list:key}}` a list of names,
 * `{{statement:S26}}` a stated fact. Empty in zh: the words of the template.
 */
export const yearlyBody = words(8000);
/** Words as they are read, in three languages. */
export const told = z.object({ zh: z.string(), en: z.string(), ug: z.string() });
const mark = z.enum(yearlyMarks);
/** A side that answers for a report. */
export const reportingSide = z.enum(reportingSides);
/** The code of a section. */
export const sectionCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** The key of a numeral (`studios`) or of a list of names (`list:classroom-schools`). */
export const numeralKey = z.string().regex(/^[a-z0-9][a-z0-9:.-]{0,79}$/);
/** The year that a report is about. */
export const reportYear = z.coerce.number().int().min(2010).max(2100);

/** One numeral with its definition; `value: null` is unknown, `printed` is what stands in a sentence. */
export const yearlyFigure = z.object({
  key: z.string(),
  version: z.int(),
  /** How often the counting beneath the definition had changed; left out: never, or frozen before this was kept. */
  revised: z.int().optional(),
  name: told,
  unit: z.enum(units),
  definition: told,
  value: z.number().nullable(),
  printed: told,
  rows: z.int(),
  unknownRows: z.int(),
  /** Keys of the numerals that it is reckoned from, which are here too; none where rows are counted. */
  from: z.array(z.string()),
  /** Key of the same counted the other way, which is here too. */
  alongside: z.string().optional(),
  /** `derived` (推算) first where it is, then how sure it is. */
  marks: z.array(mark),
  /** The statement that says this very number; older issues were frozen without what the source says. */
  statedBy: z.string().optional(),
  /** How sure its rows are, where they are less sure than what the source states. */
  rowsMark: z.enum(certainties).optional(),
  /** The statement that says another number. */
  differsFrom: z.string().optional(),
  asOf: day,
});
/** One numeral of a report. */
export type YearlyFigureView = z.output<typeof yearlyFigure>;

/** A piece of a sentence: plain words, or a numeral, list or statement that opens by its key. */
export const yearlyPiece = z.object({
  kind: z.enum(['text', 'numeral', 'list', 'statement']),
  key: z.string(),
  text: z.string(),
});
const pieces = z.object({ zh: z.array(yearlyPiece), en: z.array(yearlyPiece), ug: z.array(yearlyPiece) });
/** A row of the table of facts (S01 … D7); `quote` is verbatim from the source. */
export const yearlyFact = z.object({
  id: z.string(),
  label: told,
  text: pieces,
  rule: told,
  quote: z.string().nullable(),
  source: z.string().nullable(),
  marks: z.array(mark),
});
/** A piece of what a chart says: plain words, the number of its largest groups (`most`), or that of all (`total`). */
const said = z.array(z.object({ kind: z.enum(['text', 'most', 'total']), text: z.string() }));
/**
 * What a number of a chart rests on (the weakest of its own rows, `derived` first where it is), and the value of the
 * dimension by which its rows are found: empty for rows without one, the year over the years. Not there where the group is
 * hidden, nor in issues that were frozen before they were kept.
 */
const rowsOf = { marks: z.array(mark).optional(), key: z.string().optional() };
/** A breakdown as a chart, with the sentence that says what it shows; hidden groups have fewer than five people. */
export const yearlyChart = z.object({
  key: z.string(),
  title: told,
  indicator: z.string(),
  by: z.string(),
  within: z.string().optional(),
  kind: z.enum(chartKinds),
  sentence: told,
  /** The sentence in pieces, so that its numbers open; issues of before have none. */
  said: z.object({ zh: said, en: said, ug: said }).optional(),
  groups: z.array(
    z.object({
      ...rowsOf,
      label: told,
      value: z.number().nullable(),
      isHidden: z.boolean(),
      /** Of a stacked chart: what the bar consists of. */
      parts: z.array(z.object({ ...rowsOf, label: told, value: z.number().nullable() })).optional(),
    }),
  ),
});
/** A section as it is read; a line break in its text parts two paragraphs. `figures` are keys of its table, in order. */
export const yearlySection = z.object({
  code: z.string(),
  kind: z.enum(yearlySectionKinds),
  title: told,
  text: pieces,
  figures: z.array(z.string()),
  facts: z.array(yearlyFact),
  charts: z.array(yearlyChart),
});
/** One section as it is read. */
export type YearlySectionView = z.output<typeof yearlySection>;

/** What a report says, draft or frozen; `figures` holds every numeral named in the sections. */
export const yearlyContent = z.object({
  year: z.int(),
  asOf: day,
  title: told,
  /** What the year is remembered by, word for word; may be empty. */
  headline: told,
  sections: z.array(yearlySection),
  figures: z.array(yearlyFigure),
});
/** What a report says. */
export type YearlyContentView = z.output<typeof yearlyContent>;

/** A section as it is written, hidden ones too, in the order of the draft; `version` is for `If-Match` when it is edited. */
export const yearlyDraftSection = z.object({
  code: z.string(),
  kind: z.enum(yearlySectionKinds),
  title: told,
  /** Own words; empty in a language while the words of the template are printed there. */
  body: told,
  /** The words of the template with their `{{placeholders}}`, to begin an edit with. */
  templateBody: told,
  /** The numbers of its table and its charts, in their order. */
  items: z.object({
    figures: z.array(z.string()),
    charts: z.array(
      z.object({
        key: z.string(),
        title: told,
        indicator: z.string(),
        by: z.string(),
        within: z.string().nullable(),
        kind: z.enum(chartKinds),
      }),
    ),
  }),
  isHidden: z.boolean(),
  version,
  openComments: z.int(),
  changedAt: instant,
  changedBy: z.string().nullable(),
});

const who = z.object({ id: id<PersonId>(), name: z.string() });
/** A remark on a section, with what became of it. */
export const yearlyComment = z.object({
  id: id<YearlyCommentId>(),
  section: z.string(),
  text: z.string(),
  by: who,
  side: reportingSide,
  organisation: z.string(),
  at: instant,
  resolved: z.object({ at: instant, by: z.string(), answer: z.string().nullable() }).nullable(),
  mayResolve: z.boolean(),
});
/** A remark on a section. */
export type YearlyCommentView = z.output<typeof yearlyComment>;

/** Who approves for a side; `moved` lists what is no longer what was approved: numerals by key, words as `section:` and a code. */
export const yearlyApproval = z.object({
  side: reportingSide,
  by: who,
  organisation: z.string(),
  at: instant,
  moved: z.array(z.object({ key: z.string(), name: told, before: z.string(), after: z.string() })),
});

/** What still keeps the report from being frozen; `subjects` are sections, sides, or keys of what moved. */
export const yearlyHindrance = z.object({
  kind: z.enum(['report-freezing', 'comments-open', 'approval-missing', 'figures-moved']),
  subjects: z.array(z.string()),
});

/** Where a freeze stands: `done` of `total` steps of `step`; `failure` names why it did not come to an end. */
export const yearlyProgress = z.object({
  issueId: id<YearlyIssueId>(),
  number: z.int(),
  state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  step: z.enum(['waiting', 'numbers', 'rows', 'hash', 'files', 'finished']),
  done: z.int(),
  total: z.int(),
  failure: z.object({ kind: z.string(), detail: z.string() }).nullable(),
  askedAt: instant,
  askedBy: z.string(),
  mayCancel: z.boolean(),
});
/** Where a freeze stands. */
export type YearlyProgressView = z.output<typeof yearlyProgress>;

/** Who signed for a side. */
export const yearlySigner = z.object({ side: reportingSide, name: z.string(), organisation: z.string(), at: instant });

/** One issue in a list. */
export const yearlyIssueLine = z.object({
  id: id<YearlyIssueId>(),
  year: z.int(),
  number: z.int(),
  frozenAt: instant,
  frozenBy: z.string(),
  reason: z.string().nullable(),
  changes: z.int(),
  hash: z.string(),
});

/** One difference from the issue before; `by` is how much a number moved. */
export const yearlyChange = z.object({
  kind: z.enum(yearlyChangeKinds),
  subject: z.string(),
  name: told,
  before: z.string().nullable(),
  after: z.string().nullable(),
  by: z.number().nullable(),
});

/** A file made at freezing; where it could not be made, `failure` says why and the print page remains. */
export const yearlyFile = z.object({
  name: z.string(),
  kind: z.enum(['pdf', 'xlsx', 'csv']),
  language: z.enum(['zh', 'en', 'ug']).nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  failure: z.string().nullable(),
  /** When it was made, where it could not be made at freezing. */
  madeLaterAt: instant.nullable(),
});

/** One line of the list of years. */
export const yearlyReportLine = z.object({
  year: z.int(),
  state: z.enum(yearlyStates),
  version,
  openedAt: instant,
  changedAt: instant,
  openComments: z.int(),
  approvedBy: z.array(reportingSide),
  latestIssue: yearlyIssueLine.nullable(),
});

/** The whole draft of a year. `version` is for `If-Match` of order, approval and freeze. */
export const yearlyReportView = z.object({
  year: z.int(),
  state: z.enum(yearlyStates),
  version,
  openedAt: instant,
  openedBy: z.string().nullable(),
  changedAt: instant,
  sections: z.array(yearlyDraftSection),
  /** The draft as it would be read now, with live numerals. */
  content: yearlyContent,
  comments: z.array(yearlyComment),
  approvals: z.array(yearlyApproval),
  hindrances: z.array(yearlyHindrance),
  /** What a correction would list, once there is an issue: what differs from it now. */
  changes: z.array(yearlyChange),
  /**
   * Whether `changes` and `moved` say of the rows behind numerals too: false where they are too many for a page, and are
   * compared when the draft is read with `rows=compared`.
   */
  areRowsCompared: z.boolean(),
  /** The freeze that runs, or the last one where it failed or was cancelled. */
  progress: yearlyProgress.nullable(),
  issues: z.array(yearlyIssueLine),
  may: z.object({
    edit: z.boolean(),
    comment: z.boolean(),
    freeze: z.boolean(),
    share: z.boolean(),
    /** The side for which the reader can approve, or null. */
    approveFor: reportingSide.nullable(),
  }),
});
/** The whole draft of a year. */
export type YearlyReportView = z.output<typeof yearlyReportView>;

/** One frozen issue: everything in it comes from what was stored. */
export const yearlyIssueView = yearlyIssueLine.extend({
  content: yearlyContent,
  signers: z.array(yearlySigner),
  changesList: z.array(yearlyChange),
  files: z.array(yearlyFile),
  /** Number of the newest issue of that year: a later one corrects this. */
  latest: z.int(),
  /** Pages that are printed after all; null where nobody asked. `failure`: why some are still missing. */
  printing: z.object({ askedAt: instant, endedAt: instant.nullable(), failure: z.string().nullable() }).nullable(),
  may: z.object({ readRows: z.boolean(), share: z.boolean(), print: z.boolean() }),
});
/** One frozen issue. */
export type YearlyIssueView = z.output<typeof yearlyIssueView>;

/** A row behind a numeral of a frozen issue, with its fields as they were stored; never a name of a person. */
export const yearlyIssueRow = z.object({
  source: z.string(),
  id: z.string(),
  certainty: z.enum(certainties),
  label: z.string(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
