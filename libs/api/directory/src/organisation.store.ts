import { Injectable } from '@nestjs/common';
import { History, statement, type Tx } from '@qinglan/api-platform';
import { beijingDayOf, type BellScheduleId, type OrganisationId, type SideId } from '@qinglan/domain';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  idTaken,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from './register-table';

/** An organisation as it is kept. */
export interface OrganisationRow {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly category: 'school' | 'university' | 'delegation' | 'medical' | 'headquarters';
  readonly stage: 'primary' | 'junior' | 'senior' | null;
  readonly sideId: SideId;
  readonly bellScheduleId: BellScheduleId | null;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const organisations = new RegisterTable<OrganisationRow, OrganisationId>({
  table: 'organisation',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    name: { column: 'name', type: 'text' },
    shortName: { column: 'short_name', type: 'text' },
    category: { column: 'category', type: 'text' },
    stage: { column: 'stage', type: 'text' },
    sideId: { column: 'side_id', type: 'text' },
    bellScheduleId: { column: 'bell_schedule_id', type: 'uuid' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    organisation_pk: idTaken,
    organisation_code_once: codeTaken,
    organisation_side: invalid('#/sideId', 'no such side'),
    organisation_bell_schedule: invalid('#/bellScheduleCode', 'no such bell schedule'),
  },
});

const keepName = statement(
  'organisation-keep-name',
  `INSERT INTO organisation_name (organisation_id, name, valid_to)
   SELECT r.id, r.name, $2 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text) ON CONFLICT DO NOTHING`,
);

/** The only writer of `organisation` and of the names it bore before. */
@Injectable()
export class OrganisationStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: OrganisationId): Promise<Entry<OrganisationRow, OrganisationId> | null> {
    return organisations.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<OrganisationRow, OrganisationId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly OrganisationRow[], by: By): Promise<Saved<OrganisationId>> {
    const changes = await organisations.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<OrganisationRow, OrganisationId>, by: By): Promise<void> {
    await organisations.write(tx, changes);
    const renamed = changes.changed.filter(({ before, row }) => before.name !== row.name);
    const names = renamed.map(({ id, before }) => ({ id, name: before.name }));
    if (names.length > 0) await tx.run(keepName, [JSON.stringify(names), beijingDayOf(by.at).toString()]);
    await this.history.add(tx, by, happeningsOf('organisation', changes));
  }
}
