import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listPeople } from '@qinglan/contracts';
import type { Actor, PersonId } from '@qinglan/domain';
import { nearTo } from './near';
import { type Listing, listPage, readOne, search, where } from './page';

const people: Listing = {
  name: 'person-list',
  select: 'p.*, o.short_name AS organisation',
  from: 'person p JOIN organisation o ON o.id = p.organisation_id',
  item: `json_build_object('id', id, 'code', code, 'name', name, 'organisationId', organisation_id, 'roles', roles,
    'subject', subject, 'cohort', cohort, 'evidence', evidence, 'organisation', organisation, 'version', version)`,
  keys: [{ name: 'code', source: 'p.code', type: 'text' }],
};

/** People of the schools that somebody sees. */
@Injectable()
export class PersonQueries {
  list(read: Read, actor: Actor, query: InputOf<typeof listPeople>['query']): Promise<string> {
    return listPage(read, people, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        nearTo(actor, 'p.organisation_id'),
        where('organisation', query.organisationId, (place) => `p.organisation_id = ${place}`),
        where('role', query.role, (place) => `p.roles @> ARRAY[${place}]::text[]`),
        search(query.q, `p.code || ' ' || p.name`),
      ],
    });
  }

  one(read: Read, id: PersonId): Promise<string> {
    return readOne(read, people, id);
  }
}
