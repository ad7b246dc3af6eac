import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listPeople } from '@qinglan/contracts';
import type { Actor, PersonId } from '@qinglan/domain';
import { nearTo } from './near';
import { type Listing, listPage, readOne, search, where } from './page';

const people: Listing = {
  name: 'person-list',
  from: 'person p',
  join: 'JOIN organisation o ON o.id = f.organisation_id',
  item: `json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'organisationId', f.organisation_id, 'roles', f.roles,
    'subject', f.subject, 'cohort', f.cohort, 'evidence', f.evidence, 'organisation', o.short_name, 'version', f.version)`,
  keys: [{ column: 'code', type: 'text' }],
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
