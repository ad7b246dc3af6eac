import { describe, expect, it } from '@jest/globals';
import { emptyLesson, withChange, type LessonFields } from './lesson-fields';

const meeting: LessonFields = { ...emptyLesson, kind: 'training', day: '2026-09-16', startsAt: '15:20', minutes: 60 };
const taught: LessonFields = { ...meeting, kind: 'synchronous', presentingClassId: 'one', receivingClassId: 'two' };

describe('a start', () => {
  it('of a free meeting stays when its length changes', () => {
    expect(withChange(meeting, { minutes: 90 })).toMatchObject({ minutes: 90, startsAt: '15:20' });
  });

  it('of a lesson with a class is asked again when its length changes', () => {
    expect(withChange(taught, { minutes: 45 }).startsAt).toBe('');
    expect(withChange(taught, { minutes: 60 }).startsAt).toBe('15:20');
  });

  it('belongs to its day', () => {
    expect(withChange(meeting, { day: '2026-09-17' }).startsAt).toBe('');
    expect(withChange(meeting, { day: '2026-09-17', startsAt: '10:00' }).startsAt).toBe('10:00');
  });
});
