import type { By } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import { asId, type Id } from '@qinglan/domain';
import type { Known } from './known';
import type { Ids } from './known.queries';
import type { SheetRecord } from './read-table';
import type { Columns, RowOf, Sheet } from './sheet';

/** How many rows a sheet brought, and the ids of all of them by natural key. */
export interface Written {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ids: ReadonlyMap<string, string>;
}

/** What every sheet is written with: who does it, and everything its codes may mean. */
export interface WriteFacts {
  readonly by: By;
  readonly known: Known;
  readonly ids: Ids;
}

/** Writes the rows of one sheet; every fault has been looked for before. */
export type WriteSheet = (tx: Tx, records: readonly SheetRecord[], facts: WriteFacts) => Promise<Written>;

/** The id behind a code that the checks have found. */
export function idOf<T extends Id<string>>(facts: WriteFacts, sheet: string, code: string): T {
  const found = facts.ids.get(sheet)?.get(code);
  if (found === undefined) throw new Error(`no id for ${code} of ${sheet}`);
  return asId<T>(found);
}

/** The same where the cell may be empty. */
export const idOrNull = <T extends Id<string>>(facts: WriteFacts, sheet: string, code: string | null): T | null =>
  code === null ? null : idOf<T>(facts, sheet, code);

/** The rows of a sheet, all of whose cells were read. */
export const rowsOf = <C extends Columns>(_sheet: Sheet<C>, records: readonly SheetRecord[]): readonly RowOf<C>[] =>
  records.map(({ values }) => values as RowOf<C>);
