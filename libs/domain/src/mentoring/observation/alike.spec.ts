import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type LessonId } from '../../kernel';
import { Temporal } from '../../time';
import { type HeardSpan, mayBeOneLesson } from './alike';

const lesson = asId<LessonId>('00000000-0000-4000-8000-000000000001');
const another = asId<LessonId>('00000000-0000-4000-8000-000000000002');
const span = (from: string, to: string) => ({
  startsAt: Temporal.Instant.from(`2026-09-16T${from}:00+08:00`),
  endsAt: Temporal.Instant.from(`2026-09-16T${to}:00+08:00`),
});
const typed: HeardSpan = { lessonId: null, direction: 'mentor-hears', onDay: '2026-09-16', slot: null };
const promised = (from: string, to: string): HeardSpan => ({ ...typed, slot: span(from, to) });
const taught = (from: string, to: string, lessonId = lesson): HeardSpan => ({ ...promised(from, to), lessonId });

describe('what two wrote down', () => {
  it.each<[string, readonly [HeardSpan, HeardSpan], boolean]>([
    ['typed twice on one day', [typed, typed], true],
    ['typed on two days', [typed, { ...typed, onDay: '2026-09-17' }], false],
    ['typed both ways on one day', [typed, { ...typed, direction: 'mentee-hears' }], false],
    ['typed, and in the timetable that day', [typed, taught('10:00', '10:40')], true],
    ['promised, and in the timetable at that time', [promised('10:20', '11:00'), taught('10:00', '10:40')], true],
    ['promised, and in the timetable just before', [promised('10:40', '11:20'), taught('10:00', '10:40')], false],
    [
      'promised both ways at one time',
      [promised('10:00', '10:40'), { ...promised('10:20', '11:00'), direction: 'mentee-hears' }],
      true,
    ],
    ['twice in the timetable at one time', [taught('10:00', '10:40'), taught('10:00', '10:40', another)], false],
    [
      'one lesson of the timetable heard both ways',
      [taught('10:00', '10:40'), { ...taught('10:00', '10:40'), direction: 'mentee-hears' }],
      false,
    ],
  ])('%s', (_what, [one, other], expected) => {
    expect(mayBeOneLesson(one, other)).toBe(expected);
  });

  it('is compared the same whichever comes first', () => {
    const some = fc.constantFrom(
      typed,
      promised('10:00', '10:40'),
      promised('10:40', '11:20'),
      taught('10:00', '10:40'),
      {
        ...typed,
        direction: 'mentee-hears' as const,
      },
    );
    fc.assert(fc.property(some, some, (one, other) => mayBeOneLesson(one, other) === mayBeOneLesson(other, one)));
  });
});
