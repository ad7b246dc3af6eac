import { describe, expect, it } from '@jest/globals';
import type { LessonCard, WeekMeeting } from '@qinglan/contracts';
import { sortMeetings, spanOfMeeting } from './meeting-layout';

const meeting = (id: string, lessonId: string | null = null) => ({ id, lessonId }) as WeekMeeting;
const lesson = (id: string) => ({ id }) as LessonCard;

describe('a meeting of a week', () => {
  it('takes the minutes of its Beijing day, and a lesson’s where nobody told its end', () => {
    const [startsAt, endsAt] = ['2026-09-16T11:30:00Z', '2026-09-16T12:30:00Z'];
    expect(spanOfMeeting({ startsAt, endsAt })).toEqual({ startsAt: 1170, endsAt: 1230 });
    expect(spanOfMeeting({ startsAt, endsAt: null })).toEqual({ startsAt: 1170, endsAt: 1210 });
    expect(spanOfMeeting({ startsAt: '2026-09-16T15:45:00Z', endsAt: null })).toEqual({ startsAt: 1425, endsAt: 1440 });
  });

  it('stands on the lesson that is heard where that is shown, and by itself where it is not', () => {
    const { apart, byLesson } = sortMeetings([meeting('a'), meeting('b', 'L1'), meeting('c', 'L2')], [lesson('L1')]);
    expect(apart.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([...byLesson].map(([id, of]) => [id, of.map((one) => one.id)])).toEqual([['L1', ['b']]]);
  });
});
