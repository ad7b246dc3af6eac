import { inject, Injectable } from '@angular/core';
import type { WeekMeeting } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import type { IconName } from '@qinglan/web-ui';

/** Where a meeting is opened. */
export interface MeetingDoor {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** The way to a meeting: whoever hears goes to the notebook, whoever is heard to the lesson. */
export function doorOf({ kind, id, sort, lessonId }: WeekMeeting): MeetingDoor {
  if (kind === 'activity') return { path: ['/activities', id], query: {} };
  if (sort === 'hears') return { path: ['/observations/new'], query: { request: id } };
  return lessonId
    ? { path: ['/lessons', lessonId], query: {} }
    : { path: ['/observations'], query: { box: 'requests' } };
}

/** Says in words what somebody meets for. */
@Injectable({ providedIn: 'root' })
export class MeetingWords {
  private readonly languages = inject(Languages);

  /** "研讨", "听徒弟050的课", "师傅15来听课". */
  what({ sort, with: other }: WeekMeeting): string {
    return this.languages.say(`timetable.meeting.${sort}`, { name: `\u2068${other ?? ''}\u2069` });
  }

  sign({ kind }: WeekMeeting): IconName {
    return kind === 'activity' ? 'people' : 'eye';
  }
}
