import type { RowFault } from './fault';
import type { Reading } from './reading';
import type { Words } from './words';

/** One column of a sheet: its heading and how its cells are read. */
export interface Column<T = unknown> {
  readonly heading: string;
  readonly reading: Reading<unknown>;
  /** An empty cell is a fault; otherwise it is unknown. */
  readonly needed: boolean;
  /** The whole column may be missing: then nothing is said, and what is known stays. */
  readonly spare?: boolean;
  /** The type of what is read; never there. */
  readonly value?: T;
}

/** The columns of a sheet by field, in the order of the sheet. */
export type Columns = Readonly<Record<string, Column>>;

/** A row once every cell has been read. */
export type RowOf<C extends Columns> = { readonly [F in keyof C]: C[F] extends Column<infer T> ? T : never };

/** A row some of whose cells may not have been readable; those fields are missing. */
export type ReadRow<C extends Columns = Columns> = Partial<RowOf<C>>;

/** A fault that a row has by itself, at one field. */
export interface FieldFault {
  readonly field: string;
  readonly what: RowFault;
}

/** One sheet of the register. Reading, faults, template and the list of sheets all come from this. */
export interface Sheet<C extends Columns = Columns> {
  readonly name: string;
  readonly says: Words;
  readonly key: readonly (keyof C & string)[];
  readonly columns: C;
  readonly rules: readonly ((row: ReadRow<C>) => FieldFault | null)[];
}

/** A column in which every row says something. */
export const column = <T>(heading: string, reading: Reading<T>): Column<T> => ({ heading, reading, needed: true });

/** A column whose cells may be empty: unknown, or not for this row. */
export const maybe = <T>(heading: string, reading: Reading<T>): Column<T | null> => ({
  heading,
  reading,
  needed: false,
});

/** A column that older files do not have; where it is missing the field is undefined and what is known stays. */
export const spare = <T>(heading: string, reading: Reading<T>): Column<T | null | undefined> => ({
  heading,
  reading,
  needed: false,
  spare: true,
});

/** Declares a sheet. */
export const sheet = <C extends Columns>(
  given: Omit<Sheet<C>, 'rules'> & Partial<Pick<Sheet<C>, 'rules'>>,
): Sheet<C> => ({
  rules: [],
  ...given,
});
