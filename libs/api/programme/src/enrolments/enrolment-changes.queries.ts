import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listEnrolmentChanges } from '@qinglan/contracts';
import { type Actor, listReach } from '@qinglan/domain';
import type { ItemFacts } from '../items/item.queries';

// Of what a history keeps, the facts that a reader looks for; places in the queue are no news.
const facts = (side: 'before' | 'after'): string =>
  `(SELECT coalesce(jsonb_object_agg(k, v), '{}') FROM jsonb_each(f.detail -> '${side}') AS d (k, v)
    WHERE k IN ('state', 'attended', 'completed'))`;

const listing: Listing = {
  name: 'programme-enrolment-changes',
  from: `(SELECT h.id, h.at, h.actor_id, h.detail, e.item_id, e.person_id, p.name AS person_name, p.organisation_id,
      o.short_name AS school_name
    FROM enrolment e JOIN history h ON h.subject_id = e.id JOIN person p ON p.id = e.person_id
    JOIN organisation o ON o.id = p.organisation_id) c`,
  join: 'LEFT JOIN person actor ON actor.id = f.actor_id',
  item: `json_build_object('at', f.at, 'actor', actor.name,
    'person', json_build_object('id', f.person_id, 'name', f.person_name, 'school', f.school_name),
    'before', ${facts('before')}, 'after', ${facts('after')})`,
  keys: [{ column: 'id', type: 'bigint' }],
  isNewestFirst: true,
};

/** Who did what to whose enrolment, narrowed like the list itself. */
@Injectable()
export class EnrolmentChangesQueries {
  list(
    read: Read,
    actor: Actor,
    {
      item,
      query: { limit, after },
    }: { readonly item: ItemFacts; readonly query: InputOf<typeof listEnrolmentChanges>['query'] },
  ): Promise<string> {
    const reach = listReach(actor, item);
    const narrowings = [
      where('item', item.itemId, (place) => `c.item_id = ${place}::uuid`),
      where('school', reach === 'school' ? actor.schoolId : null, (place) => `c.organisation_id = ${place}::uuid`),
      where('self', reach === 'self' ? actor.personId : null, (place) => `c.person_id = ${place}::uuid`),
    ];
    return listPage(read, listing, { narrowings, limit, after });
  }
}
