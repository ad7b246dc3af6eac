import type { YearlyIssueId, YearlyLinkId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, text } from './kernel/primitives';
import { sharedReport, yearlyLink } from './yearly-links.views';
import { reportYear } from './yearly.views';

const administrators = { roles: ['administrator'] } as const;
const linkParams = z.object({ linkId: id<YearlyLinkId>() });

/** Links of a year's report, newest first. */
export const listYearlyLinks = endpoint({
  method: 'GET',
  path: '/yearly-reports/:year/links',
  summary: 'Links of a report',
  access: administrators,
  params: z.object({ year: reportYear }),
  reply: z.object({ items: z.array(yearlyLink) }),
  problems: ['not-found'],
});
/**
 * Makes a link to one issue, or to the draft (`issueId: null`), until a day within a year; one to a draft ends when that
 * draft is frozen. `token` is told once: sent again
 * for the same id it is null, and a lost one is revoked and made anew. The page is `/shared-report#<token>`: what stands
 * behind `#` never reaches a server's log.
 */
export const makeYearlyLink = endpoint({
  method: 'PUT',
  path: '/yearly-reports/:year/links/:linkId',
  summary: 'Make a link for leaders',
  access: administrators,
  params: linkParams.extend({ year: reportYear }),
  body: z.object({ issueId: id<YearlyIssueId>().nullable(), label: text(80), lastDay: day }),
  reply: z.object({ link: yearlyLink, token: z.string().nullable() }),
  problems: ['not-found', 'id-taken', 'link-days'],
});
/** Takes a link back at once; again it changes nothing. */
export const revokeYearlyLink = endpoint({
  method: 'DELETE',
  path: '/yearly-links/:linkId',
  summary: 'Take a link back',
  access: administrators,
  params: linkParams,
  reply: yearlyLink,
  problems: ['not-found'],
});
/** Opens a link: no account, counts only. Each opening is counted, and nothing is kept of who opened. */
export const openSharedReport = endpoint({
  method: 'POST',
  path: '/shared-reports',
  summary: 'Read a report by its link',
  access: 'public',
  body: z.object({ token: z.string().min(20).max(100) }),
  reply: sharedReport,
  problems: ['not-found', 'link-over', 'draft-over', 'too-fast'],
});
/** A file of the issue that a link was made to: it names nobody. The secret stands in the body, never in an address. */
export const downloadSharedFile = endpoint({
  method: 'POST',
  path: '/shared-reports/files/:name',
  summary: 'A file of a shared report',
  access: 'public',
  params: z.object({ name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/) }),
  body: z.object({ token: z.string().min(20).max(100) }),
  carries: 'file',
  problems: ['not-found', 'link-over', 'too-fast'],
});
