import { Injectable } from '@nestjs/common';
import { type Listing, listPage, readOne } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listBellSchedules } from '@qinglan/contracts';
import type { BellScheduleId } from '@qinglan/domain';
import { seasonsOf } from './season-json';

const schedules = (rows: string): Listing => ({
  name: 'bell-schedule-list',
  select: 'b.*',
  from: 'bell_schedule b',
  item: `json_build_object('id', id, 'code', code, 'name', name, 'seasons', ${seasonsOf(rows)},
    'schools', coalesce((
      SELECT json_agg(o.short_name ORDER BY o.code) FROM organisation o WHERE o.bell_schedule_id = ${rows}.id), '[]'),
    'version', version)`,
  keys: [{ name: 'code', source: 'b.code', type: 'text' }],
});

/** Bell schedules by code; everybody plans by them. */
@Injectable()
export class BellScheduleQueries {
  list(read: Read, { limit, after }: InputOf<typeof listBellSchedules>['query']): Promise<string> {
    return listPage(read, schedules('numbered'), { limit, after, narrowings: [] });
  }

  one(read: Read, id: BellScheduleId): Promise<string> {
    return readOne(read, schedules('found'), id);
  }
}
