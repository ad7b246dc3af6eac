import { randomUUID } from 'node:crypto';
import { constraintOf, type Happening, Refused, type Statement, statement, type Tx } from '@qinglan/api-platform';
import { asId, type Id, type PersonId, type Temporal } from '@qinglan/domain';
import { differs, pick } from './row-difference';

/** Who changes the register, and when; `actorId` is null for an import by command. */
export interface By {
  readonly at: Temporal.Instant;
  readonly actorId: PersonId | null;
}

/** One entry as it stands. */
export interface Entry<Row, EntryId> {
  readonly id: EntryId;
  readonly version: number;
  readonly row: Row;
}

/** What somebody wants an entry to be: version 0 adds it, any other is the version that was read. */
export interface Wanted<Row, EntryId> {
  readonly before: Entry<Row, EntryId> | null;
  readonly id: EntryId;
  readonly version: number;
  readonly row: Row;
}

/** What has to be written. */
export interface Changes<Row, EntryId> {
  readonly created: readonly { readonly id: EntryId; readonly row: Row }[];
  readonly changed: readonly { readonly id: EntryId; readonly before: Row; readonly row: Row }[];
  readonly unchanged: number;
  /** Every entry by its natural key. */
  readonly ids: ReadonlyMap<string, EntryId>;
}

/** What an import tells of one sheet. */
export interface Saved<EntryId> {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ids: ReadonlyMap<string, EntryId>;
}

/** A field of a row: its SQL type, and its column or, where another table keeps it, how to read it from `t`. */
type Field = { readonly type: string } & ({ readonly column: string } | { readonly read: string });

/** How a table of the register is made. */
export interface Shape<Row> {
  readonly table: string;
  readonly fields: Readonly<Record<keyof Row & string, Field>>;
  /** The natural key, by field; a field that may be null is compared with this text in its place. */
  readonly key: readonly (keyof Row & string)[];
  readonly keyNulls?: Readonly<Record<string, string>>;
  /** Rows that do not count, such as those taken back. */
  readonly only?: string;
  /** The refusal behind each constraint that a request can run into. */
  readonly refusals: Readonly<Record<string, () => Refused>>;
}

const quoted = (name: string) => `"${name}"`;
const columnOf = (field: Field) => ('column' in field ? field.column : null);

/** One table of the register: found by natural key, compared and written as sets, so that an import takes seconds. */
export class RegisterTable<Row extends object, EntryId extends Id<string>> {
  private readonly fields: readonly [keyof Row & string, Field][];
  private readonly found: Statement;
  private readonly locked: Statement;
  private readonly inserted: Statement;
  private readonly updated: Statement;
  private readonly idLocked = statement('register-lock-id', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7102))');

  constructor(private readonly shape: Shape<Row>) {
    this.fields = Object.entries(shape.fields) as [keyof Row & string, Field][];
    const { table } = shape;
    const row = `json_build_object(${this.fields.map(([name, field]) => `'${name}', ${this.readOf(field)}`).join(', ')})`;
    const live = shape.only ? `AND ${shape.only}` : '';
    const entry = `SELECT t.id, t.version, ${row} AS row FROM ${table} t`;
    const keys = shape.key.map((name) => `${quoted(name)} ${shape.fields[name].type}`).join(', ');
    const matches = shape.key.map((name) => `${this.keyOn(name, 't')} = ${this.keyOn(name, 'k')}`).join(' AND ');
    this.found = statement(
      `register-find-${table}`,
      `${entry} JOIN jsonb_to_recordset($1::jsonb) AS k (${keys}) ON ${matches} WHERE true ${live} ORDER BY t.id FOR UPDATE OF t`,
    );
    this.locked = statement(`register-lock-${table}`, `${entry} WHERE t.id = $1 ${live} FOR UPDATE OF t`);
    this.inserted = statement(`register-insert-${table}`, this.insertText());
    this.updated = statement(`register-update-${table}`, this.updateText());
  }

  /** The natural key of a row: its parts joined by `|`. */
  keyOf(row: Row): string {
    return this.shape.key.map((name) => String(row[name] ?? '')).join('|');
  }

  /** One entry, locked; two requests that want to add the same id wait for each other here. */
  async lock(tx: Tx, id: EntryId): Promise<Entry<Row, EntryId> | null> {
    await tx.rows(this.idLocked, [id]);
    return tx.row<Entry<Row, EntryId>>(this.locked, [id]);
  }

  /** What is there of these rows, by natural key, locked. */
  async find(tx: Tx, rows: readonly Partial<Row>[]): Promise<ReadonlyMap<string, Entry<Row, EntryId>>> {
    const keys = rows.map((row) => pick<Partial<Row>>(row, this.shape.key));
    const found = await tx.rows<Entry<Row, EntryId>>(this.found, [JSON.stringify(keys)]);
    return new Map(found.map((entry) => [this.keyOf(entry.row), entry]));
  }

  /** Compares rows with what is there, by natural key. */
  async match(tx: Tx, rows: readonly Row[]): Promise<Changes<Row, EntryId>> {
    const known = await this.find(tx, rows);
    const ids = new Map<string, EntryId>();
    const created: { id: EntryId; row: Row }[] = [];
    const changed: { id: EntryId; before: Row; row: Row }[] = [];
    for (const row of rows) {
      const key = this.keyOf(row);
      const before = known.get(key);
      const id = before?.id ?? asId<EntryId>(randomUUID());
      ids.set(key, id);
      if (!before) created.push({ id, row });
      else if (differs(before.row, row)) changed.push({ id, before: before.row, row });
    }
    return { created, changed, unchanged: rows.length - created.length - changed.length, ids };
  }

  /** Writes changes; rows changed carry the next version. */
  async write(tx: Tx, { created, changed }: Changes<Row, EntryId>): Promise<void> {
    await refusing(this.shape.refusals, async () => {
      if (created.length > 0) await tx.run(this.inserted, [this.payload(created)]);
      if (changed.length > 0) await tx.run(this.updated, [this.payload(changed)]);
    });
  }

  private payload(entries: readonly { readonly id: EntryId; readonly row: Row }[]): string {
    const names = this.written().map(([name]) => name);
    return JSON.stringify(entries.map(({ id, row }) => ({ id, ...pick(row, names) })));
  }

  private readOf(field: Field): string {
    return 'column' in field ? `t.${field.column}` : field.read;
  }

  private keyOn(name: keyof Row & string, alias: 't' | 'k'): string {
    const place = alias === 't' ? `t.${columnOf(this.shape.fields[name])}` : `k.${quoted(name)}`;
    const instead = this.shape.keyNulls?.[name];
    return instead === undefined ? place : `coalesce(${place}, '${instead}')`;
  }

  private written(): readonly [keyof Row & string, Field][] {
    return this.fields.filter(([, field]) => 'column' in field);
  }

  private recordset(): string {
    const names = this.written().map(([name, field]) => `${quoted(name)} ${field.type}`);
    return `jsonb_to_recordset($1::jsonb) AS r (id uuid, ${names.join(', ')})`;
  }

  private insertText(): string {
    const columns = this.written().map(([, field]) => columnOf(field));
    const values = this.written().map(([name]) => `r.${quoted(name)}`);
    return `INSERT INTO ${this.shape.table} (id, ${columns.join(', ')}) SELECT r.id, ${values.join(', ')} FROM ${this.recordset()}`;
  }

  private updateText(): string {
    const sets = this.written().map(([name, field]) => `${columnOf(field)} = r.${quoted(name)}`);
    return `UPDATE ${this.shape.table} t SET ${sets.join(', ')}, version = t.version + 1 FROM ${this.recordset()} WHERE t.id = r.id`;
  }
}

/** Does something that may run into a constraint, and says what that constraint means. */
export async function refusing(refusals: Readonly<Record<string, () => Refused>>, act: () => Promise<void>) {
  try {
    await act();
  } catch (error) {
    const refused = refusals[constraintOf(error)]?.();
    throw refused ?? error;
  }
}

/** A single entry's change: stale where somebody was faster; the same wish sent twice happens once. */
export function changesOf<Row extends object, EntryId extends Id<string>>(
  wanted: Wanted<Row, EntryId>,
): Changes<Row, EntryId> {
  const { before, id, version, row } = wanted;
  const none = { created: [], changed: [], unchanged: 1, ids: new Map<string, EntryId>() };
  if (!before) {
    if (version > 0) throw new Refused('not-found');
    return { ...none, created: [{ id, row }], unchanged: 0 };
  }
  const isSame = !differs(before.row, row);
  if (version === 0 && isSame && before.version === 1) return none;
  if (version !== before.version) throw new Refused('stale');
  return isSame ? none : { ...none, changed: [{ id, before: before.row, row }], unchanged: 0 };
}

/** How an import counts changes. */
export const savedOf = <Row, EntryId>({ created, changed, unchanged, ids }: Changes<Row, EntryId>): Saved<EntryId> => ({
  created: created.length,
  changed: changed.length,
  unchanged,
  ids,
});

/** The history of changes: what was added, and of what changed the fields before and after. */
export function happeningsOf<Row extends object, EntryId extends Id<string>>(
  kind: string,
  { created, changed }: Changes<Row, EntryId>,
): readonly Happening[] {
  const added = created.map(({ id, row }) => ({ subjectId: id, act: `${kind}.added`, detail: { after: row } }));
  const edited = changed.map(({ id, before, row }) => {
    const names = (Object.keys(before) as (keyof Row & string)[]).filter((name) => differs(before[name], row[name]));
    return {
      subjectId: id,
      act: `${kind}.changed`,
      detail: { before: pick(before, names), after: pick(row, names) },
    };
  });
  return [...added, ...edited];
}

/** A field of the request names something that is not there, or does not fit. */
export const invalid = (pointer: string, detail: string) => () =>
  new Refused('invalid-input', { errors: [{ pointer, detail }] });

/** The natural key is somebody else's. */
export const codeTaken = () => new Refused('code-taken');

/** The id already names another thing. */
export const idTaken = () => new Refused('id-taken');
