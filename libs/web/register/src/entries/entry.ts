import type { ApiClient, FailureName, Page } from '@qinglan/web-platform';
import type { RegisterKind, Role } from '@qinglan/domain';
import type { Choice } from '@qinglan/web-ui';
import type { RegisterContext } from '../register-context';
import type { EntryWords } from './entry-words';

/** What every entry of the register has. */
export interface Entry {
  readonly id: string;
  readonly version: number;
}

/** What a form holds of a field: controls speak text. */
export type DraftValue = string | readonly string[];
export type Draft = Readonly<Record<string, DraftValue>>;

/** What narrows a list. */
export interface Question {
  readonly q?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly category?: string | undefined;
  readonly sideId?: string | undefined;
  readonly role?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

export type FilterName = 'organisationId' | 'category' | 'sideId' | 'role';

/** A field of a form; its label is `register.field.<label or name>`. */
export interface FieldSpec {
  readonly name: string;
  readonly label?: string;
  readonly control: 'text' | 'code' | 'number' | 'day' | 'choice' | 'search' | 'ticks';
  readonly optional?: boolean;
  /** `register.hint.<name>` says more. */
  readonly hinted?: boolean;
  readonly longest?: number;
  /** Empty is sent as this instead of null. */
  readonly blank?: '';
  /** The choice is a number on the wire. */
  readonly numeric?: boolean;
  choices?(register: RegisterContext, words: EntryWords): readonly Choice[];
  isShown?(draft: Draft): boolean;
}

/** A column of a list; its label is `register.field.<key>`, its text the field of that name unless it says its own. */
export interface ColumnSpec<Row> {
  readonly key: string;
  readonly numeric?: boolean;
  readonly wideOnly?: boolean;
  text?(row: Row, words: EntryWords): string | number | null;
}

/** What is sent to add or change an entry; version 0 adds it. */
export interface Change {
  readonly id: string;
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The part of a contract's schema that a form asks before it sends. */
export interface BodySchema {
  safeParse(body: unknown): {
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
  };
}

/** A list and its form as data; pages and dialogs know no more of an entry than this. */
export interface EntryKind<Row extends Entry = Entry> {
  readonly kind: RegisterKind;
  /** Its messages are `register.<words>.…`. */
  readonly words: string;
  readonly searched: boolean;
  readonly filters: readonly FilterName[];
  readonly columns: readonly ColumnSpec<Row>[];
  readonly fields: readonly FieldSpec[];
  readonly schema: BodySchema;
  /** The field at which a refusal is shown. */
  readonly fieldOf: Partial<Record<FailureName, string>>;
  nameOf(row: Row): string;
  /** Whose entry it is; none for what belongs to no school. */
  schoolsOf(row: Row): readonly string[];
  rolesOf?(row: Row): readonly Role[];
  list(api: ApiClient, question: Question): Promise<Page<Row>>;
  save(api: ApiClient, change: Change): Promise<Row>;
  /** Rules between fields, as message keys below `register.fault` by field. */
  check?(draft: Draft): Readonly<Record<string, string>>;
  /** What the filled form means, in a sentence. */
  meaning?(draft: Draft, words: EntryWords): string | null;
}
