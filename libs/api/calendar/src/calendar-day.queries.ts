import { Injectable } from '@nestjs/common';
import { type Listing, listPage, type Narrowing, readOne, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listCalendarDays } from '@qinglan/contracts';
import { type Actor, type CalendarDayId, seesEverything } from '@qinglan/domain';

const days: Listing = {
  name: 'calendar-day-list',
  from: 'calendar_day d',
  join: 'LEFT JOIN organisation o ON o.id = f.school_id',
  item: `json_build_object('id', f.id, 'scope', f.scope, 'sideId', f.side_id, 'schoolId', f.school_id, 'day', f.day, 'kind', f.kind,
    'followsWeekday', f.follows_weekday, 'status', f.status, 'note', f.note, 'school', o.short_name, 'version', f.version)`,
  keys: [
    { column: 'day', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
};

const live: Narrowing = { name: 'live', values: [], condition: () => 'd.withdrawn_at IS NULL' };

/** What holds for a side or the nation is everybody's; a school's own days are seen by it and its partners. */
const seenBy = (actor: Actor): Narrowing | null =>
  where(
    'near',
    seesEverything(actor) ? null : [actor.schoolId, ...actor.partnerSchoolIds],
    (ids) => `(d.school_id IS NULL OR d.school_id = ANY(${ids}::uuid[]))`,
  );

/** The exceptions of the calendar by day. */
@Injectable()
export class CalendarDayQueries {
  list(read: Read, actor: Actor, query: InputOf<typeof listCalendarDays>['query']): Promise<string> {
    return listPage(read, days, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        live,
        seenBy(actor),
        where('from', query.from, (place) => `d.day >= ${place}`),
        where('to', query.to, (place) => `d.day <= ${place}`),
        where('scope', query.scope, (place) => `d.scope = ${place}`),
        where('school', query.schoolId, (place) => `d.school_id = ${place}`),
      ],
    });
  }

  one(read: Read, id: CalendarDayId): Promise<string> {
    return readOne(read, days, id);
  }
}
