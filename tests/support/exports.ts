import { randomUUID } from 'node:crypto';
import { askRowExport, type CallOf, downloadRowExport, readRowExport, type RowExportView } from '@qinglan/contracts';
import type { Client } from './client';
import { until } from './server';

type Id = RowExportView['id'];
type Wanted = NonNullable<CallOf<typeof askRowExport>['body']>;

/** Asks for a file of rows of 2026. */
export async function asksForExport(
  client: Client,
  wanted: Pick<Wanted, 'key'> & Partial<Wanted>,
  exportId = randomUUID() as Id,
) {
  const body = { year: 2026, as: 'csv' as const, ...wanted };
  return { exportId, answer: await client.call(askRowExport, { params: { exportId }, body }) };
}

/** How far a file is. */
export const exportOf = async (client: Client, exportId: Id): Promise<RowExportView> =>
  (await client.call(readRowExport, { params: { exportId } })).body;

/** Waits until a file is made, or is not. */
export const exportOver = (client: Client, exportId: Id): Promise<RowExportView> =>
  until(`the file ${exportId}`, async () => {
    const found = await exportOf(client, exportId);
    return ['done', 'failed', 'cancelled'].includes(found.state) ? found : null;
  });

/** The bytes of a file, or what was answered instead. */
export const exportFile = (client: Client, exportId: Id): Promise<Response> =>
  client.raw(`/api${downloadRowExport.path.replace(':exportId', exportId)}`);
