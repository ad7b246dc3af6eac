import type { ImportReport } from '@qinglan/contracts';
import { csvHead, csvLine } from '@qinglan/domain';

export type Fault = ImportReport['faults'][number];

/** Faults as a CSV that offices open with a double click. */
export function faultsCsv(headings: readonly string[], faults: readonly Fault[]): Blob {
  const lines = faults.map(({ sheet, row, column, value, reason, remedy }) =>
    csvLine([sheet, row, column, value, reason, remedy]),
  );
  return new Blob([csvHead(headings), ...lines], { type: 'text/csv;charset=utf-8' });
}
