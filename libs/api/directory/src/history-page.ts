import type { Read } from '@qinglan/api-platform';
import { type Listing, listPage } from './page';

const oldestFirst: Listing = {
  name: 'history',
  from: 'history h',
  join: 'LEFT JOIN party by ON by.id = f.actor_id',
  item: `json_build_object('at', f.at, 'act', f.act, 'actor', by.name, 'detail', f.detail)`,
  keys: [
    { column: 'subject_id', type: 'uuid' },
    { column: 'id', type: 'bigint' },
  ],
};
const newestFirst: Listing = { ...oldestFirst, name: 'history-newest', isNewestFirst: true };

/** Whose history is read, from where on; newest first unless it is told as a story. */
interface AskedHistory {
  readonly subjectId: string;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly isOldestFirst?: boolean;
}

/** One page of who did what to something and when, as JSON; whoever asks has asked whether the reader may see it. */
export function historyPage(read: Read, { subjectId, limit, after, isOldestFirst }: AskedHistory): Promise<string> {
  // Said as a range, so that nothing but the index by subject has the order of the page: walking all histories by id looks as
  // good to Postgres, and reads everything that was written since where this history is old and long.
  const subject = {
    ...{ name: 'subject', values: [subjectId] },
    condition: (place = '') => `h.subject_id BETWEEN ${place} AND ${place}`,
  };
  return listPage(read, isOldestFirst ? oldestFirst : newestFirst, { narrowings: [subject], limit, after });
}
