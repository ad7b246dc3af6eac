import { describe, expect, it } from '@jest/globals';
import type { RoomChange, RoomDelta, RoomSnapshot } from '@qinglan/contracts';
import { asId, type ClassroomId, type LessonId, type OrganisationId } from '@qinglan/domain';
import { takeDelta, takeDeltas } from './room-log';

const lessonId = asId<LessonId>('lesson');
const near = asId<ClassroomId>('near');
const far = asId<ClassroomId>('far');
const since = '2026-09-16T01:50:00Z';

const classroom = (classroomId: ClassroomId, part: 'presenting' | 'receiving') => ({
  classroomId,
  schoolId: asId<OrganisationId>(`school of ${classroomId}`),
  name: `room ${classroomId}`,
  school: `school ${classroomId}`,
  part,
  connected: false,
  since: null,
  headCount: null,
});
const room: RoomSnapshot = {
  lessonId,
  epoch: 'one',
  offset: 3,
  lessonState: 'confirmed',
  classrooms: [classroom(near, 'presenting'), classroom(far, 'receiving')],
};
const delta = (fromOffset: number, ...changes: RoomChange[]): RoomDelta => ({
  lessonId,
  epoch: 'one',
  fromOffset,
  offset: fromOffset + changes.length,
  changes,
});
const connects: RoomChange = { of: 'classroom', classroomId: far, connected: true, since };
const counts: RoomChange = { of: 'count', classroomId: far, headCount: 41 };
const begins: RoomChange = { of: 'lesson', lessonState: 'live' };

describe('a room that follows its log', () => {
  it('takes what follows and keeps the names', () => {
    const after = takeDelta(room, delta(3, connects, counts, begins));
    expect(after).toMatchObject({ ok: true, value: { offset: 6, lessonState: 'live' } });
    expect(after.ok && after.value.classrooms).toEqual([
      room.classrooms[0],
      { ...room.classrooms[1], connected: true, since, headCount: 41 },
    ]);
  });

  it('is not moved by what it knows already', () => {
    expect(takeDelta(room, delta(1, connects))).toEqual({ ok: true, value: room });
  });

  it('takes a burst that begins before where it stands', () => {
    expect(takeDelta(room, delta(2, begins, counts))).toMatchObject({ ok: true, value: { offset: 4 } });
  });

  it('refuses what leaves a gap and what is of another log', () => {
    expect(takeDelta(room, delta(4, counts))).toMatchObject({ ok: false, refusal: { kind: 'gap', have: 3, need: 4 } });
    expect(takeDelta(room, { ...delta(3, counts), epoch: 'two' })).toMatchObject({
      ok: false,
      refusal: { kind: 'other-epoch' },
    });
    expect(takeDeltas(room, [delta(3, connects), delta(5, counts)])).toMatchObject({ ok: false });
  });
});
