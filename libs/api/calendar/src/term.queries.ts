import { Injectable } from '@nestjs/common';
import { type Listing, listPage, readOne, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listTerms } from '@qinglan/contracts';
import type { TermId } from '@qinglan/domain';

const terms: Listing = {
  name: 'term-list',
  select: 't.*',
  from: 'term t',
  item: `json_build_object('id', id, 'code', code, 'name', name, 'sideId', side_id, 'firstMonday', first_monday,
    'weekCount', week_count, 'version', version)`,
  keys: [
    { name: 'first_monday', source: 't.first_monday', type: 'date' },
    { name: 'id', source: 't.id', type: 'uuid' },
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
