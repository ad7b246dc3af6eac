import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listClassrooms } from '@qinglan/contracts';
import type { Actor, ClassroomId } from '@qinglan/domain';
import { nearTo } from './near';
import { type Listing, listPage, readOne, search, where } from './page';

const classrooms: Listing = {
  name: 'classroom-list',
  from: 'classroom r',
  join: 'JOIN organisation o ON o.id = f.organisation_id',
  item: `json_build_object('id', f.id, 'code', f.code, 'organisationId', f.organisation_id, 'name', f.name, 'endpoint', f.endpoint,
    'seats', f.seats, 'evidence', f.evidence, 'organisation', o.short_name, 'version', f.version)`,
  keys: [{ column: 'code', type: 'text' }],
};

/** Classrooms of the schools that somebody sees. */
@Injectable()
export class ClassroomQueries {
  list(read: Read, actor: Actor, query: InputOf<typeof listClassrooms>['query']): Promise<string> {
    return listPage(read, classrooms, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        nearTo(actor, 'r.organisation_id'),
        where('organisation', query.organisationId, (place) => `r.organisation_id = ${place}`),
        search(query.q, `r.code || ' ' || r.name`),
      ],
    });
  }

  one(read: Read, id: ClassroomId): Promise<string> {
    return readOne(read, classrooms, id);
  }
}
