import { Injectable } from '@nestjs/common';
import { type Listing, listPage, search, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listItems } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { itemFields, itemJoins } from './item.sql';

type Query = InputOf<typeof listItems>['query'];

const listing: Listing = {
  name: 'programme-items',
  from: 'programme_item i',
  join: itemJoins('$2::uuid'),
  item: `json_build_object(${itemFields})`,
  // Within a category by number.
  keys: [
    { column: 'year', type: 'integer' },
    { column: 'category_place', type: 'integer' },
    { column: 'rank', type: 'integer' },
    { column: 'code', type: 'text' },
  ],
};

/** The reader's own, the latest first. */
const ownListing: Listing = {
  ...listing,
  name: 'programme-own-items',
  keys: [
    { column: 'first_day', type: 'date' },
    { column: 'code', type: 'text' },
  ],
  isNewestFirst: true,
};

const years = statement(
  'programme-years',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object('year', year, 'items', items)
     ORDER BY year DESC), '[]'))::text FROM (SELECT year, count(*) AS items FROM programme_item GROUP BY year) y`,
);
const ofYear = statement(
  'programme-year',
  `SELECT json_build_object('categories', coalesce(json_agg(json_build_object(
     'category', category, 'categoryWords', category_words, 'held', held, 'planned', planned, 'cancelled', cancelled,
     'highest', highest) ORDER BY category_place, category_words), '[]'))::text
   FROM (SELECT category, category_place, category_words, count(*) FILTER (WHERE state = 'held') AS held,
       count(*) FILTER (WHERE state = 'planned') AS planned, count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
       coalesce(max(ordinal), 0) AS highest
     FROM programme_item WHERE year = $1::smallint GROUP BY category, category_place, category_words) c`,
);

/** Lists of items. */
@Injectable()
export class ItemListQueries {
  list(read: Read, actor: Actor, query: Query): Promise<string> {
    const { year, category, categoryWords, state, q, mine, limit, after } = query;
    const isMine = (place: string) =>
      `EXISTS (SELECT FROM enrolment e WHERE e.item_id = i.id AND e.person_id = ${place}::uuid AND e.state <> 'withdrawn')`;
    const narrowings = [
      where('year', year, (place) => `i.year = ${place}::smallint`),
      where('category', category, (place) => `i.category = ${place}`),
      where('words', categoryWords, (place) => `i.category_words = ${place}`),
      where('state', state, (place) => `i.state = ${place}`),
      where('mine', mine ? actor.personId : null, isMine),
      search(q, `i.code || ' ' || i.title`),
    ];
    return listPage(read, mine ? ownListing : listing, { narrowings, limit, after, given: [actor.personId] });
  }

  async years(read: Read): Promise<string> {
    return orNotFound(await read.text(years, []));
  }

  async year(read: Read, year: number): Promise<string> {
    return orNotFound(await read.text(ofYear, [year]));
  }
}
