import type { Id } from '@qinglan/domain';
import * as z from 'zod';
import { rowsAsked } from './indicators.contract';
import { indicatorKey, reportReaders } from './indicators.views';
import { endpoint } from './kernel/endpoint';
import { id, instant } from './kernel/primitives';

const exportId = id<Id<'RowExport'>>();
const ofExport = z.object({ exportId });

/** A file of rows that is made in the background; it is seen by whoever asked for it alone. */
export const rowExport = z.object({
  id: exportId,
  key: indicatorKey,
  year: z.int(),
  as: z.enum(['csv', 'xlsx']),
  state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  /** Rows that are written; once it is done, fewer than `total` only where the file itself says where it stops. */
  done: z.int(),
  /** Rows that there are; 0 until they are counted. */
  total: z.int(),
  /** Null until it is done. */
  bytes: z.int().nullable(),
  askedAt: instant,
  /** Afterwards it is removed. */
  keptUntil: instant,
});
/** A file of rows that is made in the background. */
export type RowExportView = z.output<typeof rowExport>;

/** Asks for a file of rows, however many; sent twice it is made once. One at a time is made for anybody. */
export const askRowExport = endpoint({
  method: 'PUT',
  path: '/row-exports/:exportId',
  summary: 'Ask for a file of rows',
  access: reportReaders,
  params: ofExport,
  body: rowsAsked.extend({ key: indicatorKey, as: z.enum(['csv', 'xlsx']) }),
  reply: rowExport,
  problems: ['not-found', 'field-unknown', 'value-unknown', 'id-taken', 'export-running'],
});
/** The reader's own files, newest first: those that are made, and those that are still kept. */
export const listRowExports = endpoint({
  method: 'GET',
  path: '/row-exports',
  summary: 'Files of rows that you asked for',
  access: reportReaders,
  reply: z.object({ items: z.array(rowExport) }),
});
/** How far a file is; ask about once a second while it is made. */
export const readRowExport = endpoint({
  method: 'GET',
  path: '/row-exports/:exportId',
  summary: 'Progress of a file of rows',
  access: reportReaders,
  params: ofExport,
  reply: rowExport,
  problems: ['not-found'],
});
/** Stops making a file: nothing of it stays. Again it changes nothing. */
export const cancelRowExport = endpoint({
  method: 'PUT',
  path: '/row-exports/:exportId/cancellation',
  summary: 'Cancel a file of rows',
  access: reportReaders,
  params: ofExport,
  reply: rowExport,
  problems: ['not-found', 'export-over'],
});
/** The file, once it is made. */
export const downloadRowExport = endpoint({
  method: 'GET',
  path: '/row-exports/:exportId/file',
  summary: 'A file of rows',
  access: reportReaders,
  params: ofExport,
  carries: 'file',
  problems: ['not-found', 'export-missing'],
});
