import { Injectable } from '@nestjs/common';
import { History, type Tx } from '@qinglan/api-platform';
import type { ClassroomId, OrganisationId } from '@qinglan/domain';
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

/** A classroom as it is kept. */
export interface ClassroomRow {
  readonly code: string;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly endpoint: 'presenting' | 'receiving';
  readonly seats: number | null;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const classrooms = new RegisterTable<ClassroomRow, ClassroomId>({
  table: 'classroom',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    organisationId: { column: 'organisation_id', type: 'uuid' },
    name: { column: 'name', type: 'text' },
    endpoint: { column: 'endpoint', type: 'text' },
    seats: { column: 'seats', type: 'integer' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    classroom_code_once: codeTaken,
    classroom_organisation: invalid('#/organisationId', 'no such organisation'),
  },
});

/** The only writer of `classroom`. */
@Injectable()
export class ClassroomStore {
  constructor(
    private readonly parties: PartyStore,
    private readonly history: History,
  ) {}

  lock(tx: Tx, id: ClassroomId): Promise<Entry<ClassroomRow, ClassroomId> | null> {
    return classrooms.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<ClassroomRow, ClassroomId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly ClassroomRow[], by: By): Promise<Saved<ClassroomId>> {
    const changes = await classrooms.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<ClassroomRow, ClassroomId>, by: By): Promise<void> {
    await this.parties.keep(tx, 'classroom', changes);
    await classrooms.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('classroom', changes));
  }
}
