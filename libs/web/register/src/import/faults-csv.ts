import type { ImportReport } from '@qinglan/contracts';

export type Fault = ImportReport['faults'][number];

// A cell that begins so would run as a formula when an office program opens the file.
const live = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = live.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Faults as a CSV that offices open with a double click: UTF-8 with its mark, no live formulas. */
export function faultsCsv(headings: readonly string[], faults: readonly Fault[]): Blob {
  const rows = faults.map(({ sheet, row, column, value, reason, remedy }) => [
    sheet,
    row,
    column,
    value,
    reason,
    remedy,
  ]);
  const text = [headings, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n');
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}
