import { Injectable } from '@nestjs/common';
import { type Listing, listPage, readOne, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listTerms } from '@qinglan/contracts';
import type { TermId } from '@qinglan/domain';

const terms: Listing = {
  name: 'term-list',
  from: 'term t',
  item: `json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'sideId', f.side_id, 'firstMonday', f.first_monday,
    'weekCount', f.week_count, 'version', f.version)`,
  keys: [
    { column: 'first_monday', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};

/** Terms of both sides, newest first. */
@Injectable()
export class TermQueries {
  list(read: Read, { limit, after, sideId }: InputOf<typeof listTerms>['query']): Promise<string> {
    return listPage(read, terms, {
      limit,
      after,
      narrowings: [where('side', sideId, (place) => `t.side_id = ${place}`)],
    });
  }

  one(read: Read, id: TermId): Promise<string> {
    return readOne(read, terms, id);
  }
}
