import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listOrganisations } from '@qinglan/contracts';
import type { BellScheduleId, OrganisationId } from '@qinglan/domain';
import { type Listing, listPage, readOne, search, where } from './page';

const fields = `'id', f.id, 'code', f.code, 'name', f.name, 'shortName', f.short_name, 'category', f.category, 'stage', f.stage,
  'sideId', f.side_id, 'bellScheduleCode', b.code, 'evidence', f.evidence, 'version', f.version`;

const organisations: Listing = {
  name: 'organisation-list',
  from: 'organisation o',
  join: 'LEFT JOIN bell_schedule b ON b.id = f.bell_schedule_id',
  item: `json_build_object(${fields})`,
  keys: [{ column: 'code', type: 'text' }],
};

const withNames: Listing = {
  ...organisations,
  name: 'organisation-with-names',
  item: `json_build_object(${fields}, 'formerNames', coalesce((
    SELECT json_agg(json_build_object('name', n.name, 'validTo', n.valid_to) ORDER BY n.valid_to DESC, n.name)
    FROM organisation_name n WHERE n.organisation_id = f.id), '[]'))`,
};

const sides = statement(
  'side-list',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object(
     'id', id, 'name', name, 'clockName', clock_name, 'clockZone', clock_zone) ORDER BY id DESC), '[]'))::text FROM side`,
);
const bellSchedule = statement('organisation-bell-schedule', 'SELECT id FROM bell_schedule WHERE code = $1');
const schools = statement(
  'organisation-schools',
  `SELECT id FROM organisation WHERE id = ANY($1::uuid[]) AND category = 'school'`,
);

/** Organisations as everybody sees them: whoever looks for a partner has to find it. */
@Injectable()
export class OrganisationQueries {
  async sides(read: Read): Promise<string> {
    return orNotFound(await read.text(sides));
  }

  list(read: Read, query: InputOf<typeof listOrganisations>['query']): Promise<string> {
    return listPage(read, organisations, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        where('category', query.category, (place) => `o.category = ${place}`),
        where('side', query.sideId, (place) => `o.side_id = ${place}`),
        search(query.q, `o.code || ' ' || o.name || ' ' || o.short_name`),
      ],
    });
  }

  one(read: Read, id: OrganisationId): Promise<string> {
    return readOne(read, organisations, id);
  }

  oneWithNames(read: Read, id: OrganisationId): Promise<string> {
    return readOne(read, withNames, id);
  }

  async bellScheduleOf(read: Read, code: string): Promise<BellScheduleId | null> {
    return (await read.row<{ id: BellScheduleId }>(bellSchedule, [code]))?.id ?? null;
  }

  /** Those of the ids that are schools. */
  async schoolsAmong(read: Read, ids: readonly OrganisationId[]): Promise<ReadonlySet<OrganisationId>> {
    const rows = await read.rows<{ id: OrganisationId }>(schools, [[...ids]]);
    return new Set(rows.map(({ id }) => id));
  }
}
