import { chartKinds, type YearlyCommentId, type YearlyIssueId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { fieldName } from './indicators.views';
import { id, page, paging, text } from './kernel/primitives';
import { yearlyHappening } from './yearly-history.views';
import {
  numeralKey,
  reportYear,
  sectionCode,
  yearlyBody,
  yearlyProgress,
  yearlyReportLine,
  yearlyReportView,
  yearlyTitle,
} from './yearly.views';

const readers = { roles: ['administrator', 'viewer', 'coordinator'] } as const;
const speakers = { roles: ['administrator', 'coordinator'] } as const;
const administrators = { roles: ['administrator'] } as const;
const yearParams = z.object({ year: reportYear });
const writing = ['not-found', 'forbidden', 'stale', 'report-freezing'] as const;

/** Years whose report was opened, newest first. */
export const listYearlyReports = endpoint({
  method: 'GET',
  path: '/yearly-reports',
  summary: 'Reports by year',
  access: readers,
  reply: z.object({ items: z.array(yearlyReportLine) }),
});
/** Opens the report of a year from the template; where it is open already nothing happens. */
export const openYearlyReport = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year',
  summary: 'Open the report of a year',
  access: administrators,
  params: yearParams,
  reply: yearlyReportView,
  problems: ['in-the-future'],
});
/**
 * The draft of a year with its live numerals, comments, approvals, and what still keeps it from being frozen. `rows=compared`
 * compares the rows behind the numerals however many they are, which takes its time.
 */
export const readYearlyReport = endpoint({
  method: 'GET',
  path: '/yearly-reports/:year',
  summary: 'The draft of a year',
  access: readers,
  params: yearParams,
  query: z.object({ rows: z.literal('compared').optional() }),
  reply: yearlyReportView,
  problems: ['not-found'],
});
/** Writes the heading and words of a section, or hides it; withdraws every approval. `If-Match`: the section's version. */
export const editYearlySection = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/sections/:section',
  summary: 'Write a section',
  access: administrators,
  params: yearParams.extend({ section: sectionCode }),
  body: z.object({ title: yearlyTitle, body: yearlyBody, isHidden: z.boolean() }),
  reply: yearlyReportView,
  versioned: true,
  problems: [...writing, 'numeral-unknown', 'title-missing'],
});
/** Adds a section of free text at the end; the code is made by the client, and sent twice it is added once. */
export const addYearlySection = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/added-sections/:section',
  summary: 'Add a section of free text',
  access: administrators,
  params: yearParams.extend({ section: sectionCode }),
  body: z.object({ title: yearlyTitle, body: yearlyBody }),
  reply: yearlyReportView,
  problems: ['not-found', 'report-freezing', 'id-taken', 'numeral-unknown', 'title-missing'],
});
/** Puts the sections in an order that names each once; withdraws every approval. `If-Match`: the report's version. */
export const orderYearlySections = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/order',
  summary: 'Order the sections',
  access: administrators,
  params: yearParams,
  body: z.object({ sections: z.array(sectionCode).min(1).max(200) }),
  reply: yearlyReportView,
  versioned: true,
  problems: [...writing, 'sections-differ'],
});
/**
 * Says which numbers and charts stand in a section, in which order, and which go to another; withdraws every approval.
 * `If-Match`: the section's version.
 */
export const arrangeYearlySection = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/sections/:section/items',
  summary: 'Arrange the numbers and charts of a section',
  access: administrators,
  params: yearParams.extend({ section: sectionCode }),
  body: z.object({
    figures: z.array(numeralKey).max(60),
    charts: z
      .array(
        z.object({
          indicator: numeralKey,
          by: fieldName,
          within: fieldName.nullable(),
          kind: z.enum(chartKinds),
        }),
      )
      .max(12),
    moved: z.array(z.object({ kind: z.enum(['figure', 'chart']), key: z.string().max(120), to: sectionCode })).max(72),
  }),
  reply: yearlyReportView,
  versioned: true,
  problems: [...writing, 'numeral-unknown', 'field-unknown', 'chart-unfit', 'sections-differ'],
});
/** Takes away a section that somebody added and nobody remarked on; its words stay in the history. `If-Match`: its version. */
export const removeYearlySection = endpoint({
  method: 'DELETE',
  path: '/yearly-reports/:year/sections/:section',
  summary: 'Remove a section of free text',
  access: administrators,
  params: yearParams.extend({ section: sectionCode }),
  reply: yearlyReportView,
  versioned: true,
  problems: [...writing, 'section-stays'],
});
/** A remark on a section, by administrators and coordinators of either side; sent twice it is made once. */
export const commentOnYearlyReport = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/comments/:commentId',
  summary: 'Comment on a section',
  access: speakers,
  params: yearParams.extend({ commentId: id<YearlyCommentId>() }),
  body: z.object({ section: sectionCode, text: text(2000) }),
  reply: yearlyReportView,
  problems: ['not-found', 'forbidden', 'id-taken', 'report-freezing'],
});
/** Says that a remark is dealt with, by whoever made it or an administrator; again it changes nothing. */
export const resolveYearlyComment = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/comments/:commentId/resolution',
  summary: 'Resolve a comment',
  access: speakers,
  params: yearParams.extend({ commentId: id<YearlyCommentId>() }),
  body: z.object({ answer: z.string().trim().max(2000).nullable() }),
  reply: yearlyReportView,
  problems: ['not-found', 'forbidden', 'report-freezing'],
});
/** Approves the draft at the version that was read, for the side of the administrator's organisation. */
export const approveYearlyReport = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/approval',
  summary: 'Approve the draft for one side',
  access: administrators,
  params: yearParams,
  reply: yearlyReportView,
  versioned: true,
  problems: writing,
});
/** Takes an approval of the own side back; where there is none nothing happens. */
export const withdrawYearlyApproval = endpoint({
  method: 'DELETE',
  path: '/yearly-reports/:year/approval',
  summary: 'Withdraw the approval of one side',
  access: administrators,
  params: yearParams,
  reply: yearlyReportView,
  problems: ['not-found', 'forbidden', 'report-freezing'],
});
/**
 * Freezes the draft at the version that was read, as a job; a later issue needs a reason. Sent twice it happens once.
 * A refusal for missing approvals or open comments names the sides and sections in its detail.
 */
export const freezeYearlyReport = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/issues/:issueId',
  summary: 'Freeze the report',
  access: administrators,
  params: yearParams.extend({ issueId: id<YearlyIssueId>() }),
  body: z.object({ reason: z.string().trim().max(1000).nullable() }),
  reply: yearlyProgress,
  versioned: true,
  problems: [...writing, 'id-taken', 'comments-open', 'approval-missing', 'reason-missing'],
});
/** Where a freeze stands; ask about once a second while it runs. */
export const readYearlyProgress = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/progress',
  summary: 'Progress of a freeze',
  access: readers,
  params: z.object({ issueId: id<YearlyIssueId>() }),
  reply: yearlyProgress,
  problems: ['not-found'],
});
/** Stops a freeze that has not come to its end: nothing of it stays. Again it changes nothing. */
export const cancelYearlyFreeze = endpoint({
  method: 'PUT',
  path: '/yearly-issues/:issueId/cancellation',
  summary: 'Cancel a freeze',
  access: administrators,
  params: z.object({ issueId: id<YearlyIssueId>() }),
  reply: yearlyProgress,
  problems: ['not-found', 'freeze-over'],
});

/** What happened to a draft, the newest first: who, when, and what a section said before and after. */
export const readYearlyHistory = endpoint({
  method: 'GET',
  path: '/yearly-reports/:year/history',
  summary: 'What happened to a draft',
  access: readers,
  params: yearParams,
  query: z.object(paging),
  reply: page(yearlyHappening),
  problems: ['not-found'],
});
