import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listClassrooms } from '@qinglan/contracts';
import type { Actor, ClassroomId } from '@qinglan/domain';
import { nearTo } from './near';
import { type Listing, listPage, readOne, search, where } from './page';

const classrooms: Listing = {
  name: 'classroom-list',
  select: 'r.*, o.short_name AS organisation',
  from: 'classroom r JOIN organisation o ON o.id = r.organisation_id',
  item: `json_build_object('id', id, 'code', code, 'organisationId', organisation_id, 'name', name, 'endpoint', endpoint,
    'seats', seats, 'evidence', evidence, 'organisation', organisation, 'version', version)`,
  keys: [{ name: 'code', source: 'r.code', type: 'text' }],
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
