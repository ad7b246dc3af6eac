import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { Clock, codeOf, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';
import { checkRegister } from './check-register';
import { type Fault, shownFaults } from './fault';
import { ImportStore } from './import.store';
import { learn } from './known';
import { KnownQueries } from './known.queries';
import type { GivenFile, ReadTable } from './read-files';
import { SheetReader } from './sheet-reader';
import { SheetWriters } from './sheet-writers';

/** What to import, for whom; `actorId` is null for the command and the demo. */
export interface WantedImport {
  readonly files: readonly GivenFile[];
  readonly actorId: PersonId | null;
  readonly dryRun: boolean;
}

/** What became of one sheet of one file. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly file: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: number;
}

/** What an import did or would do; its faults still without words. */
export interface ImportOutcome {
  readonly dryRun: boolean;
  readonly applied: boolean;
  readonly sheets: readonly SheetOutcome[];
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

/** Leaves a transaction that did everything, and takes all of it back. */
class TriedOut extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('tried out');
  }
}

const uniqueViolation = '23505';

const nothingToRead: Fault = { sheet: '', row: null, column: null, value: null, what: { kind: 'nothing-to-read' } };

const outcomeOf = (table: ReadTable, faults: number): SheetOutcome => ({
  sheet: table.sheet,
  file: table.file,
  rows: table.records.length,
  created: 0,
  changed: 0,
  unchanged: 0,
  faults,
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Imports sheets of the register: every fault is told at once, and one fault is enough to import nothing. */
@Injectable()
export class ImportRegister {
  private isBusy = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly reader: SheetReader,
    private readonly known: KnownQueries,
    private readonly writers: SheetWriters,
    private readonly imports: ImportStore,
  ) {}

  /** Throws `Unreadable` where a file is refused as a whole. */
  async execute(wanted: WantedImport): Promise<ImportOutcome> {
    // Reading takes a core and memory too, so a second one does not even begin.
    if (this.isBusy) throw new Refused('import-running');
    this.isBusy = true;
    try {
      const tables = await this.reader.read(wanted.files);
      return await this.transactions.write((tx) => this.apply(tx, tables, wanted));
    } catch (error) {
      if (error instanceof TriedOut) return error.outcome;
      // Somebody added the same code on a page meanwhile; tried again, it is a change.
      throw codeOf(error) === uniqueViolation ? new Refused('code-taken', { cause: error }) : error;
    } finally {
      this.isBusy = false;
    }
  }

  private async apply(tx: Tx, tables: readonly ReadTable[], wanted: WantedImport): Promise<ImportOutcome> {
    if (!(await this.imports.lock(tx))) throw new Refused('import-running');
    const { known, ids } = await this.known.load(tx);
    learn(known, tables);
    const found = checkRegister(tables, known);
    const counts = tables.map((table, at) => table.faultCount + (found[at]?.count ?? 0));
    const faults = tables.flatMap((table, at) => [...table.faults, ...(found[at]?.kept ?? [])]);
    const outcome = { dryRun: wanted.dryRun, applied: false };
    if (tables.length === 0) return { ...outcome, sheets: [], faults: [nothingToRead], faultCount: 1 };
    if (faults.length > 0) {
      const sheets = tables.map((table, at) => outcomeOf(table, counts[at] ?? 0));
      return { ...outcome, sheets, faults: faults.slice(0, shownFaults), faultCount: sum(counts) };
    }
    const by = { at: this.clock.now(), actorId: wanted.actorId };
    const sheets: SheetOutcome[] = [];
    for (const table of tables) {
      const { ids: _ids, ...written } = await this.writers.write(tx, table, { by, known, ids });
      sheets.push({ ...outcomeOf(table, 0), ...written });
    }
    if (wanted.dryRun) throw new TriedOut({ ...outcome, sheets, faults: [], faultCount: 0 });
    await this.note(tx, by, sheets);
    return { ...outcome, applied: true, sheets, faults: [], faultCount: 0 };
  }

  /** An import that changed nothing leaves no trace, so that it can be repeated at will. */
  private async note(tx: Tx, by: By, sheets: readonly SheetOutcome[]): Promise<void> {
    const created = sum(sheets.map((sheet) => sheet.created));
    const changed = sum(sheets.map((sheet) => sheet.changed));
    const files = [...new Set(sheets.map(({ file }) => file))];
    if (created + changed > 0) await this.imports.add(tx, by, { files, created, changed });
  }
}
