import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listPanels } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { openLessonDay, openLessonJoins, openLessonJson, type OpenLessonRow } from './open-lesson.sql';

const panels: Listing = {
  name: 'growth-panels',
  from: `(SELECT pm.person_id, ol.id, ol.closed_at IS NULL AS is_open, ${openLessonDay} AS on_day
    FROM panel_mark pm JOIN open_lesson ol ON ol.id = pm.open_lesson_id LEFT JOIN lesson oll ON oll.id = ol.lesson_id) s`,
  join: `JOIN open_lesson ol ON ol.id = f.id ${openLessonJoins}`,
  item: openLessonJson,
  keys: [
    { column: 'on_day', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};

interface Page {
  readonly items: readonly OpenLessonRow[];
  readonly next: string | null;
}

/** Open lessons on whose panel somebody sits. */
@Injectable()
export class PanelQueries {
  /** Every mark is still in it: what others gave is covered before it is shown. */
  async page(read: Read, actor: Actor, query: InputOf<typeof listPanels>['query']): Promise<Page> {
    const { limit, after, open } = query;
    const narrowings = [
      where('member', actor.personId, (place) => `s.person_id = ${place}`),
      where('open', open, (place) => `s.is_open = ${place}`),
    ];
    return JSON.parse(await listPage(read, panels, { limit, after, narrowings })) as Page;
  }
}
