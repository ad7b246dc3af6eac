import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, BeijingTime, SecondClock, WeekdayName } from '@qinglan/web-platform';
import { Badge, Icon } from '@qinglan/web-ui';
import { endsOf } from './lesson-ends';
import { isReleased, lessonLook, type LessonState } from './lesson-look';
import { LessonWords } from './lesson-words';
import { doorOf } from './meeting-door';
import { MeetingWords } from './meeting-words';
import type { DayColumn, Lane, PlacedCard, PlacedMeeting, WeekLayout } from './week-layout';

/** The week as a list by day, for phones. */
@Component({
  selector: 'app-week-list',
  imports: [Badge, BeijingDay, BeijingTime, Icon, RouterLink, SecondClock, TranslocoPipe, WeekdayName],
  templateUrl: './week-list.html',
  styleUrl: './week-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekList {
  protected readonly words = inject(LessonWords);
  readonly layout = input.required<WeekLayout>();

  protected readonly meetings = inject(MeetingWords);
  protected readonly doorOf = doorOf;
  protected readonly endsOf = endsOf;
  /** Lessons and meetings of a day, one after the other. */
  protected readonly entriesOf = ({ cards, meetings }: DayColumn) => [...cards, ...meetings].sort(byTime).map(entryOf);
  protected readonly isReleased = isReleased;
  protected readonly look = (state: LessonState) => lessonLook[state];
  /** What the calendar says of the day for each school, if anything. */
  protected readonly notes = (lanes: readonly Lane[]): readonly Lane[] => lanes.filter((lane) => lane.day.why !== null);
}

const byTime = (a: PlacedCard | PlacedMeeting, b: PlacedCard | PlacedMeeting): number => a.startsAt - b.startsAt;
const entryOf = (one: PlacedCard | PlacedMeeting) =>
  'lesson' in one
    ? { key: one.lesson.id as string, card: one, meeting: null }
    : { key: one.meeting.id, card: null, meeting: one.meeting };
