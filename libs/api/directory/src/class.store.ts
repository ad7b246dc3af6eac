import { Injectable } from '@nestjs/common';
import { History, type Tx } from '@qinglan/api-platform';
import type { ClassId, OrganisationId } from '@qinglan/domain';
import { PartyStore } from './party.store';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from './register-table';

/** A class of pupils as it is kept: a roll, never names. */
export interface ClassRow {
  readonly code: string;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly grade: string;
  readonly roll: number | null;
}

const classes = new RegisterTable<ClassRow, ClassId>({
  table: 'class',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    organisationId: { column: 'organisation_id', type: 'uuid' },
    name: { column: 'name', type: 'text' },
    grade: { column: 'grade', type: 'text' },
    roll: { column: 'roll', type: 'integer' },
  },
  refusals: {
    class_code_once: codeTaken,
    class_organisation: invalid('#/organisationId', 'no such organisation'),
  },
});

/** The only writer of `class`. */
@Injectable()
export class ClassStore {
  constructor(
    private readonly parties: PartyStore,
    private readonly history: History,
  ) {}

  lock(tx: Tx, id: ClassId): Promise<Entry<ClassRow, ClassId> | null> {
    return classes.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<ClassRow, ClassId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly ClassRow[], by: By): Promise<Saved<ClassId>> {
    const changes = await classes.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<ClassRow, ClassId>, by: By): Promise<void> {
    await this.parties.keep(tx, 'class', changes);
    await classes.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('class', changes));
  }
}
