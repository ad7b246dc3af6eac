import { describe, expect, it } from '@jest/globals';
import { asId, type ClassroomId, type LessonId } from '@qinglan/domain';
import { Seats } from './seats';

const lessonId = asId<LessonId>('lesson');
const [east, west] = [asId<ClassroomId>('east'), asId<ClassroomId>('west')];

describe('the seats of a lesson room', () => {
  it('are one place for all tabs of a classroom, which is empty with the last', () => {
    const seats = new Seats();
    seats.take('tab 1', lessonId, east);
    seats.take('tab 2', lessonId, east);
    seats.take('tab 2', lessonId, east);
    expect(seats.leave('tab 1', lessonId)).toBeNull();
    expect(seats.isTaken({ lessonId, classroomId: east })).toBe(true);
    expect(seats.leaveAll('tab 2')).toEqual([{ lessonId, classroomId: east }]);
    expect(seats.isTaken({ lessonId, classroomId: east })).toBe(false);
    expect(seats.leaveAll('tab 2')).toEqual([]);
  });

  it('are given up for another classroom', () => {
    const seats = new Seats();
    expect(seats.take('tab', lessonId, east)).toBeNull();
    expect(seats.take('tab', lessonId, west)).toEqual({ lessonId, classroomId: east });
    expect(seats.take('tab', lessonId, null)).toEqual({ lessonId, classroomId: west });
    expect(seats.asOf('tab', lessonId)).toBeNull();
    expect(seats.asOf('another tab', lessonId)).toBeUndefined();
  });

  it('are left by nobody while the server goes down', () => {
    const seats = new Seats();
    seats.take('tab', lessonId, east);
    seats.onModuleDestroy();
    expect(seats.leaveAll('tab')).toEqual([]);
  });
});
