import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { instant, page, paging } from './kernel/primitives';

/** A fault in a sheet, in the reader's language; `row` is the line in the file, headings being 1. */
export const importFault = z.object({
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
  remedy: z.string(),
});

/** What an import did or, as a dry run, would do. */
export const importReport = z.object({
  dryRun: z.boolean(),
  applied: z.boolean(),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      file: z.string(),
      rows: z.int(),
      created: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      faults: z.int(),
    }),
  ),
  /** The first 500; `faultCount` counts all. */
  faults: z.array(importFault),
  faultCount: z.int(),
});
/** What an import did or would do. */
export type ImportReport = z.output<typeof importReport>;

/** The sheets of the register with their columns. */
export const listSheets = endpoint({
  method: 'GET',
  path: '/register/sheets',
  summary: 'The sheets of the register and their columns',
  access: { roles: ['administrator'] },
  reply: z.object({
    items: z.array(
      z.object({
        sheet: z.string(),
        columns: z.array(
          z.object({ name: z.string(), needed: z.boolean(), hint: z.string(), choices: z.array(z.string()) }),
        ),
      }),
    ),
  }),
});
/** A workbook with a heading row and drop-downs for every sheet. */
export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/register/template.xlsx',
  summary: 'Workbook to fill in, with headings and drop-downs',
  access: { roles: ['administrator'] },
  carries: 'file',
});
/** Reads .csv (UTF-8 or GB18030) and .xlsx, at most 5 MB and 50,000 rows; all or nothing, or a dry run. */
export const importRegister = endpoint({
  method: 'POST',
  path: '/register/imports',
  summary: 'Import sheets of the register, or try it out',
  access: { roles: ['administrator'] },
  query: z.object({ dryRun: z.stringbool() }),
  reply: importReport,
  carries: 'form',
  problems: ['too-large', 'unreadable-file', 'import-running', 'code-taken'],
});
/** Imports that were applied, newest first. */
export const listImports = endpoint({
  method: 'GET',
  path: '/register/imports',
  summary: 'Imports that were applied',
  access: { roles: ['administrator'] },
  query: z.object({ ...paging }),
  reply: page(
    z.object({
      id: z.uuid(),
      at: instant,
      by: z.string().nullable(),
      files: z.array(z.string()),
      created: z.int(),
      changed: z.int(),
    }),
  ),
});
