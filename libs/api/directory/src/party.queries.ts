import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { PartyId, SchoolId } from '@qinglan/domain';

/** Whatever cannot be in two places at once, as other features ask about it. */
export interface PartyView {
  readonly id: PartyId;
  readonly kind: 'person' | 'class' | 'classroom';
  readonly organisationId: SchoolId;
  readonly name: string;
}

const columns = 'id, kind, organisation_id AS "organisationId", name';
const ofSchool = statement(
  'party-of-school',
  `SELECT ${columns} FROM party WHERE organisation_id = $1 ORDER BY kind, name, id`,
);
const byIds = statement('party-by-ids', `SELECT ${columns} FROM party WHERE id = ANY($1::uuid[])`);

/** Parties by school and by id. */
@Injectable()
export class PartyQueries {
  ofSchool(read: Read, schoolId: SchoolId): Promise<readonly PartyView[]> {
    return read.rows<PartyView>(ofSchool, [schoolId]);
  }

  /** Those of the ids that are parties, by id. */
  async byIds(read: Read, ids: readonly PartyId[]): Promise<ReadonlyMap<PartyId, PartyView>> {
    const rows = await read.rows<PartyView>(byIds, [[...ids]]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
