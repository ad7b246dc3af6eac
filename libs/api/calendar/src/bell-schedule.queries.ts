import { Injectable } from '@nestjs/common';
import { type Listing, listPage, readOne } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listBellSchedules } from '@qinglan/contracts';
import type { BellScheduleId } from '@qinglan/domain';
import { seasonsOf } from './season-json';

const schedules: Listing = {
  name: 'bell-schedule-list',
  from: 'bell_schedule b',
  item: `json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'seasons', ${seasonsOf('f')},
    'schools', coalesce((
      SELECT json_agg(o.short_name ORDER BY o.code) FROM organisation o WHERE o.bell_schedule_id = f.id), '[]'),
    'version', version)`,
  keys: [{ column: 'code', type: 'text' }],
};

/** Bell schedules by code; everybody plans by them. */
@Injectable()
export class BellScheduleQueries {
  list(read: Read, { limit, after }: InputOf<typeof listBellSchedules>['query']): Promise<string> {
    return listPage(read, schedules, { limit, after, narrowings: [] });
  }

  one(read: Read, id: BellScheduleId): Promise<string> {
    return readOne(read, schedules, id);
  }
}
