import { Injectable } from '@nestjs/common';
import { History, Outbox, Refused, type Tx } from '@qinglan/api-platform';
import { type OrganisationId, type PersonId, type Role, roles } from '@qinglan/domain';
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
import { differs } from './row-difference';

/** A person as the register keeps them: work, never anything private. */
export interface PersonRow {
  readonly code: string;
  readonly name: string;
  readonly organisationId: OrganisationId;
  readonly roles: readonly Role[];
  readonly subject: string | null;
  readonly cohort: string | null;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const people = new RegisterTable<PersonRow, PersonId>({
  table: 'person',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    name: { column: 'name', type: 'text' },
    organisationId: { column: 'organisation_id', type: 'uuid' },
    roles: { column: 'roles', type: 'text[]' },
    subject: { column: 'subject', type: 'text' },
    cohort: { column: 'cohort', type: 'text' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    person_code_once: codeTaken,
    person_cohort_open: () => new Refused('cohort-closed'),
    person_organisation: invalid('#/organisationId', 'no such organisation'),
  },
});

/** Each role once, in one order: the order in which somebody ticked them is no change. */
const inOrder = (row: PersonRow): PersonRow => ({ ...row, roles: roles.filter((role) => row.roles.includes(role)) });

/** The only writer of `person`. */
@Injectable()
export class PersonStore {
  constructor(
    private readonly parties: PartyStore,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  lock(tx: Tx, id: PersonId): Promise<Entry<PersonRow, PersonId> | null> {
    return people.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<PersonRow, PersonId>, by: By): Promise<void> {
    return this.write(tx, changesOf({ ...wanted, row: inOrder(wanted.row) }), by);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly PersonRow[], by: By): Promise<Saved<PersonId>> {
    const changes = await people.match(tx, rows.map(inOrder));
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<PersonRow, PersonId>, by: By): Promise<void> {
    await this.parties.keep(tx, 'person', changes);
    await people.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('person', changes));
    await this.tellWhoseRightsChanged(tx, changes);
  }

  /** Their sockets end and their sessions are read anew: what they may do is no longer what it was. */
  private async tellWhoseRightsChanged(tx: Tx, { changed }: Changes<PersonRow, PersonId>): Promise<void> {
    const whose = changed.filter(
      ({ before, row }) => differs(before.roles, row.roles) || before.organisationId !== row.organisationId,
    );
    await this.outbox.add(tx, ...whose.map(({ id }) => ({ type: 'person.rights-changed', body: { personId: id } })));
  }
}
