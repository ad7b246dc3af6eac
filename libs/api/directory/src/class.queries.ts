import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listClasses } from '@qinglan/contracts';
import type { Actor, ClassId } from '@qinglan/domain';
import { nearTo } from './near';
import { type Listing, listPage, readOne, search, where } from './page';

const classes: Listing = {
  name: 'class-list',
  from: 'class c',
  join: 'JOIN organisation o ON o.id = f.organisation_id',
  item: `json_build_object('id', f.id, 'code', f.code, 'organisationId', f.organisation_id, 'name', f.name, 'grade', f.grade,
    'roll', f.roll, 'organisation', o.short_name, 'version', f.version)`,
  keys: [{ column: 'code', type: 'text' }],
};

/** Classes of the schools that somebody sees. */
@Injectable()
export class ClassQueries {
  list(read: Read, actor: Actor, query: InputOf<typeof listClasses>['query']): Promise<string> {
    return listPage(read, classes, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        nearTo(actor, 'c.organisation_id'),
        where('organisation', query.organisationId, (place) => `c.organisation_id = ${place}`),
        search(query.q, `c.code || ' ' || c.name`),
      ],
    });
  }

  one(read: Read, id: ClassId): Promise<string> {
    return readOne(read, classes, id);
  }
}
