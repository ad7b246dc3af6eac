import { beijingMinute, minuteOf, Temporal } from '@qinglan/domain';

/** Who is to hear whom. */
export type Direction = 'mentor-hears' | 'mentee-hears';

/** An asking for an observation, while it is written. */
export interface AskDraft {
  readonly direction: Direction;
  /** A lesson of the timetable, or null for another, with its day, time and topic. */
  readonly lessonId: string | null;
  readonly day: string;
  readonly time: string;
  /** How long another lesson lasts: with it, the time of both is held once the other agrees. */
  readonly minutes: number | null;
  readonly topic: string;
  readonly note: string;
}

/** What is missing, as keys of words to look up. */
export interface AskFaults {
  readonly day?: 'needDay' | 'tooLate';
  readonly time?: 'needTime';
  readonly minutes?: 'needMinutes';
  readonly topic?: 'needTopic';
}

/** As long as a lesson can be asked for. */
const isSpan = (minutes: number | null): boolean => minutes !== null && minutes >= 5 && minutes <= 240;

/** The first day that can be asked for: one asks at least a day ahead. */
export const firstDayToAsk = (today: string): string => Temporal.PlainDate.from(today).add({ days: 1 }).toString();

/** What has to be mended before it can be sent; a lesson of the timetable brings all of it. */
export function askFaultsOf(draft: AskDraft, today: string): AskFaults {
  if (draft.lessonId !== null) return {};
  return {
    ...(draft.day === '' && { day: 'needDay' }),
    ...(draft.day !== '' && draft.day < firstDayToAsk(today) && { day: 'tooLate' }),
    ...(draft.time === '' && { time: 'needTime' }),
    ...(!isSpan(draft.minutes) && { minutes: 'needMinutes' }),
    ...(draft.topic.trim() === '' && { topic: 'needTopic' }),
  };
}

/** The moment of a day and a wall time of Beijing. */
export const momentOf = (day: string, time: string): string =>
  beijingMinute(Temporal.PlainDate.from(day), minuteOf(time)).toString();
