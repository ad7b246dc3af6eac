import { inject, Injectable } from '@angular/core';
import type { WeekMeeting } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import type { IconName } from '@qinglan/web-ui';

const signs: Readonly<Record<WeekMeeting['kind'], IconName>> = {
  activity: 'people',
  observation: 'eye',
  sitting: 'list',
};

/** Says in words what somebody meets for. */
@Injectable({ providedIn: 'root' })
export class MeetingWords {
  private readonly languages = inject(Languages);

  /** "研讨", "听徒弟050的课", "师傅15来听课". */
  what({ sort, with: other }: WeekMeeting): string {
    return this.languages.say(`timetable.meeting.${sort}`, { name: `\u2068${other ?? ''}\u2069` });
  }

  sign({ kind }: WeekMeeting): IconName {
    return signs[kind];
  }
}
