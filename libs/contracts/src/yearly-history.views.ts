import * as z from 'zod';
import { instant } from './kernel/primitives';
import { reportingSide, told } from './yearly.views';

const sectionBefore = z.object({
  title: told,
  body: told,
  isHidden: z.boolean(),
  /** Null where it was not kept. */
  figures: z.array(z.string()).nullable(),
  charts: z.array(told).nullable(),
});
/** A section as it was at one time of its history. */
export type YearlySectionBefore = z.output<typeof sectionBefore>;
/** One thing that happened to a draft; of a section with its heading then, what it said before, and after. */
export const yearlyHappening = z.object({
  at: instant,
  by: z.string().nullable(),
  act: z.string(),
  section: z.string().nullable(),
  title: told.nullable(),
  side: reportingSide.nullable(),
  before: sectionBefore.nullable(),
  after: sectionBefore.nullable(),
});
/** One thing that happened to a draft. */
export type YearlyHappening = z.output<typeof yearlyHappening>;
