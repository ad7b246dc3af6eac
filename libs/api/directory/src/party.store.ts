import { Injectable } from '@nestjs/common';
import { statement, type Tx } from '@qinglan/api-platform';
import type { OrganisationId, PartyId } from '@qinglan/domain';
import { type Changes, idTaken, invalid, refusing } from './register-table';

type PartyKind = 'person' | 'class' | 'classroom';

interface PartyRow {
  readonly organisationId: OrganisationId;
  readonly name: string;
}

const given = 'jsonb_to_recordset($2::jsonb) AS r (id uuid, organisation_id uuid, name text)';
const add = statement(
  'party-add',
  `INSERT INTO party (id, kind, organisation_id, name) SELECT r.id, $1, r.organisation_id, r.name FROM ${given}`,
);
const change = statement(
  'party-change',
  `UPDATE party p SET organisation_id = r.organisation_id, name = r.name FROM ${given} WHERE p.id = r.id AND p.kind = $1`,
);
const refusals = { party_pk: idTaken, party_organisation: invalid('#/organisationId', 'no such organisation') };

/** Keeps the row that stands for a person, class or classroom in step with it: the only writer of `party`. */
@Injectable()
export class PartyStore {
  /** Before the entries themselves are written, since they refer to their party. */
  async keep(tx: Tx, kind: PartyKind, { created, changed }: Changes<PartyRow, PartyId>): Promise<void> {
    const moved = changed.filter(
      ({ before, row }) => before.name !== row.name || before.organisationId !== row.organisationId,
    );
    await refusing(refusals, async () => {
      if (created.length > 0) await tx.run(add, [kind, payload(created)]);
      if (moved.length > 0) await tx.run(change, [kind, payload(moved)]);
    });
  }
}

function payload(entries: readonly { readonly id: PartyId; readonly row: PartyRow }[]): string {
  return JSON.stringify(entries.map(({ id, row }) => ({ id, organisation_id: row.organisationId, name: row.name })));
}
