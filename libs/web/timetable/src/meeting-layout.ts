import type { LessonCard, WeekMeeting } from '@qinglan/contracts';
import { spanOfInstants, type Span } from './clock-minutes';

/** How long an observation is drawn whose end nobody told: a lesson. */
const usualMinutes = 40;

/** The minutes a meeting takes of its day. */
export function spanOfMeeting({ startsAt, endsAt }: Pick<WeekMeeting, 'startsAt' | 'endsAt'>): Span {
  if (endsAt !== null) return spanOfInstants(startsAt, endsAt);
  const { startsAt: start } = spanOfInstants(startsAt, startsAt);
  return { startsAt: start, endsAt: Math.min(start + usualMinutes, 1440) };
}

/** Meetings that stand by themselves, and observations of lessons that are shown anyway, by lesson. */
export function sortMeetings(meetings: readonly WeekMeeting[], lessons: readonly LessonCard[]) {
  const shown = new Set<string>(lessons.map(({ id }) => id));
  const isOfShown = ({ lessonId }: WeekMeeting) => lessonId !== null && shown.has(lessonId);
  return {
    apart: meetings.filter((meeting) => !isOfShown(meeting)),
    byLesson: Map.groupBy(meetings.filter(isOfShown), ({ lessonId }) => lessonId as string),
  };
}
