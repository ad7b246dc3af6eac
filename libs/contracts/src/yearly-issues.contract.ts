import type { YearlyIssueId } from '@qinglan/domain';
import * as z from 'zod';
import { countedThing, fieldName, rowColumn } from './indicators.views';
import { endpoint } from './kernel/endpoint';
import { id, page, paging } from './kernel/primitives';
import { language } from './words';
import { numeralKey, reportYear, yearlyIssueRow, yearlyIssueView } from './yearly.views';

const readers = { roles: ['administrator', 'viewer', 'coordinator'] } as const;
const overseers = { roles: ['administrator', 'viewer'] } as const;
const issueParams = z.object({ issueId: id<YearlyIssueId>() });
const printed = z.object({ language: language.default('zh') });

/** One frozen issue as it was stored. */
export const readYearlyIssue = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId',
  summary: 'A frozen report',
  access: readers,
  params: issueParams,
  reply: yearlyIssueView,
  problems: ['not-found'],
});
/** Reckons the hashes of an issue anew from its stored text, rows and files: all agree as long as nobody touched them. */
export const checkYearlyIssue = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/check',
  summary: 'Check the hash of a frozen report',
  access: readers,
  params: issueParams,
  reply: z.object({
    /** The hash that stands on every page. */
    hash: z.string(),
    /** The hash of the canonical text as it is stored now. */
    textHash: z.string(),
    isTextSound: z.boolean(),
    /** Keys of numerals whose stored rows are no longer those of the canonical text. */
    unsoundRows: z.array(z.string()),
    rows: z.int(),
    /** Names of files whose stored bytes are no longer those of their hash, or that are gone. */
    unsoundFiles: z.array(z.string()),
    files: z.int(),
    isSound: z.boolean(),
  }),
  problems: ['not-found'],
});
/** The canonical text of which the hash was taken (UTF-8, sha-256): anybody can reckon it again. */
export const downloadYearlyText = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/canonical.json',
  summary: 'The canonical text of a frozen report',
  access: readers,
  params: issueParams,
  carries: 'file',
  problems: ['not-found'],
});
/** A file made at freezing, or later where it could not be made then; the same bytes for ever: `report.zh.pdf`, `report.xlsx`, `figures.csv`. */
export const downloadYearlyFile = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/files/:name',
  summary: 'A file of a frozen report',
  access: readers,
  params: issueParams.extend({ name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/) }),
  carries: 'file',
  problems: ['not-found', 'file-missing'],
});
/**
 * Prints the pages that could not be printed at freezing, as a job, from what was stored; what is there already stays byte
 * for byte. Again it changes nothing while it runs.
 */
export const printYearlyFiles = endpoint({
  method: 'PUT',
  path: '/yearly-issues/:issueId/printing',
  summary: 'Print the pages that a frozen report lacks',
  access: { roles: ['administrator'] },
  params: issueParams,
  reply: yearlyIssueView,
  problems: ['not-found'],
});
/**
 * The rows behind a numeral of a frozen issue, as they were; `by` and `value`, with `within` and `part`, narrow them to one
 * number of a chart of that issue, which is not found where the chart hides it or does not have it. Half of a narrowing is
 * refused.
 */
export const listYearlyIssueRows = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/figures/:key/rows',
  summary: 'Rows behind a frozen numeral',
  access: overseers,
  params: issueParams.extend({ key: numeralKey }),
  query: z.object({
    ...paging,
    by: fieldName.optional(),
    value: z.string().max(120).optional(),
    within: fieldName.optional(),
    part: z.string().max(120).optional(),
  }),
  /** `columns`: the words of their fields and values, as they were when the issue was frozen. */
  reply: page(yearlyIssueRow).extend({ columns: z.array(rowColumn) }),
  problems: ['not-found', 'field-unknown'],
});
/** What a frozen numeral counts once each, one line for one of them; of one that counts rows `column` is null. */
export const listYearlyIssueThings = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/figures/:key/counted',
  summary: 'What a frozen numeral counts once each',
  access: overseers,
  params: issueParams.extend({ key: numeralKey }),
  query: z.object(paging),
  reply: page(countedThing).extend({
    column: rowColumn.nullable(),
    things: z.int(),
    rows: z.int(),
    unknownRows: z.int(),
  }),
  problems: ['not-found'],
});
/** The rows of one of them; `place` is its `value`. */
export const listYearlyIssueThingRows = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/figures/:key/counted/:place/rows',
  summary: 'Rows of one of what a frozen numeral counts',
  access: overseers,
  params: issueParams.extend({ key: numeralKey, place: z.coerce.number().int().min(1).max(10_000_000) }),
  query: z.object(paging),
  /** `columns`: the words of their fields and values, as they were when the issue was frozen. */
  reply: page(yearlyIssueRow).extend({ columns: z.array(rowColumn) }),
  problems: ['not-found'],
});
/** The same rows as CSV (UTF-8 with BOM, no live formula), in words; of an issue that was frozen before words were kept, as it was then. */
export const downloadYearlyIssueRows = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/figures/:key/rows.csv',
  summary: 'Rows behind a frozen numeral as CSV',
  access: overseers,
  params: issueParams.extend({ key: numeralKey }),
  query: printed,
  carries: 'file',
  problems: ['not-found'],
});
/** A frozen issue as a page of A4 paper (HTML) for the browser's own print. */
export const printYearlyIssue = endpoint({
  method: 'GET',
  path: '/yearly-issues/:issueId/print',
  summary: 'Print page of a frozen report',
  access: readers,
  params: issueParams,
  query: printed,
  carries: 'file',
  problems: ['not-found'],
});
/** The draft as a page of A4 paper, marked as a draft. */
export const printYearlyDraft = endpoint({
  method: 'GET',
  path: '/yearly-reports/:year/print',
  summary: 'Print page of a draft',
  access: readers,
  params: z.object({ year: reportYear }),
  query: printed,
  carries: 'file',
  problems: ['not-found'],
});
/** A font of the print pages: its style sheet `index.css`, or a file that it names; `font` names its version, so it never changes. */
export const downloadPrintFont = endpoint({
  method: 'GET',
  path: '/print-fonts/:font/:name',
  summary: 'A font of the print pages',
  access: readers,
  params: z.object({ font: z.string().max(80), name: z.string().max(120) }),
  carries: 'file',
  problems: ['not-found'],
});
