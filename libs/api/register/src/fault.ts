import type { BellFault, WeeksFault } from '@qinglan/domain';

/** What is wrong with one cell taken by itself. */
export type CellFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'became-a-date' }
  | { readonly kind: 'error-value' }
  | { readonly kind: 'formula-without-value' }
  | { readonly kind: 'not-a-code' }
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly string[] }
  | { readonly kind: 'not-whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'not-a-day' }
  | { readonly kind: 'not-a-month-day' }
  | { readonly kind: 'not-a-time' }
  | { readonly kind: 'not-a-year-month-or-day' }
  | { readonly kind: 'weeks'; readonly fault: WeeksFault['kind'] };

/** What is wrong with a sheet as a whole. */
export type SheetFault =
  | { readonly kind: 'sheet-unknown'; readonly names: readonly string[] }
  | { readonly kind: 'sheet-mismatch'; readonly other: string }
  | { readonly kind: 'headings-missing'; readonly headings: readonly string[] }
  | { readonly kind: 'column-missing' }
  | { readonly kind: 'column-twice' }
  | { readonly kind: 'column-unknown'; readonly headings: readonly string[] }
  | { readonly kind: 'column-nameless' }
  | { readonly kind: 'nothing-to-read' };

/** What is wrong with a row, alone or beside the others. */
export type RowFault =
  | { readonly kind: 'twice'; readonly row: number; readonly file: string }
  | { readonly kind: 'season-differs'; readonly row: number }
  | { readonly kind: 'bell'; readonly bell: string; readonly fault: BellFault }
  | { readonly kind: 'not-a-monday' }
  | { readonly kind: 'stage-missing' }
  | { readonly kind: 'same-school' }
  | { readonly kind: 'same-person' }
  | { readonly kind: 'days-backwards' }
  | { readonly kind: 'follows-without-make-up' };

/** What is wrong with a row beside the rest of the register. */
export type RegisterFault =
  | { readonly kind: 'unknown-reference'; readonly sheet: string }
  | { readonly kind: 'unknown-scope'; readonly choices: readonly string[] }
  | { readonly kind: 'not-a-school' }
  | { readonly kind: 'not-partners'; readonly schools: readonly [string, string] }
  | { readonly kind: 'foreign'; readonly of: string }
  | { readonly kind: 'role-missing'; readonly role: string }
  | { readonly kind: 'classroom-count'; readonly count: number; readonly endpoint: string }
  | { readonly kind: 'no-such-period'; readonly periods: readonly number[] }
  | { readonly kind: 'no-such-term'; readonly side: string }
  | { readonly kind: 'week-beyond-term'; readonly weekCount: number }
  | { readonly kind: 'ordinal-taken'; readonly by: string };

/** Notes what is wrong with a row beside the rest of the register, at a field. */
export type Note = (field: string, what: RegisterFault) => void;

/** What is wrong, as data; the words are made at the edge. */
export type What = CellFault | SheetFault | RowFault | RegisterFault;

/** A fault and its place; `row` is the line in the file. */
export interface Fault {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly what: What;
}

/** As many as a report shows; a file wrong in every cell must not fill the memory. */
export const shownFaults = 500;

/** Faults of one sheet: all are counted, the first ones kept. */
export class FaultList {
  count = 0;
  readonly kept: Fault[] = [];

  constructor(readonly sheet: string) {}

  add(fault: Omit<Fault, 'sheet'>): void {
    this.count += 1;
    if (this.kept.length >= shownFaults) return;
    this.kept.push({ sheet: this.sheet, ...fault, value: fault.value === null ? null : fault.value.slice(0, 80) });
  }
}
