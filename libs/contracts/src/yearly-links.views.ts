import type { YearlyIssueId } from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant } from './kernel/primitives';
import { reportingSide, yearlyChange, yearlyContent } from './yearly.views';

/** A link by which a report is read without an account. Its secret is shown once, when it is made. */
export const yearlyLink = z.object({
  id: z.uuid(),
  /** Null: the draft, clearly marked. */
  issue: z.object({ id: id<YearlyIssueId>(), number: z.int() }).nullable(),
  label: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  lastDay: day,
  revokedAt: instant.nullable(),
  isOpen: z.boolean(),
  /** The draft that it was made to was frozen since. */
  isDraftOver: z.boolean(),
  openings: z.int(),
});
/** A link for leaders. */
export type YearlyLinkView = z.output<typeof yearlyLink>;

/** What a leader sees: counts and words, the organisations that signed, and no person. */
export const sharedReport = z.object({
  content: yearlyContent,
  issue: z
    .object({
      number: z.int(),
      latest: z.int(),
      frozenAt: instant,
      reason: z.string().nullable(),
      hash: z.string(),
      changes: z.array(yearlyChange),
      signers: z.array(z.object({ side: reportingSide, organisation: z.string(), at: instant })),
      /** What can be downloaded: the report without the names of who froze and signed it. */
      files: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(['pdf', 'xlsx', 'csv']),
          language: z.enum(['zh', 'en', 'ug']).nullable(),
          bytes: z.int(),
        }),
      ),
    })
    .nullable(),
  lastDay: day,
});
/** What a leader sees. */
export type SharedReportView = z.output<typeof sharedReport>;
