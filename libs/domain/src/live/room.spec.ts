import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type ClassroomId } from '../kernel';
import { applyDelta, deltaOf, type RoomClassroom, type RoomSnapshot } from './room';

const classroom = (code: string, more: Partial<RoomClassroom> = {}): RoomClassroom => ({
  classroomId: asId<ClassroomId>(code),
  connected: false,
  since: null,
  headCount: null,
  ...more,
});

const room = (
  offset: number,
  classrooms: readonly RoomClassroom[],
  more: Partial<RoomSnapshot> = {},
): RoomSnapshot => ({
  epoch: 'e1',
  offset,
  lessonState: 'confirmed',
  classrooms,
  ...more,
});

const connected = { connected: true, since: '2026-09-16T01:50:00Z' };
const quiet = room(4, [classroom('HZ'), classroom('AK')]);
const joined = room(5, [classroom('HZ', connected), classroom('AK')]);

describe('a delta', () => {
  it('holds what changed and nothing else', () => {
    expect(deltaOf(quiet, joined)).toEqual({
      epoch: 'e1',
      fromOffset: 4,
      offset: 5,
      classrooms: [classroom('HZ', connected)],
    });
    expect(deltaOf(quiet, { ...joined, lessonState: 'live' }).lessonState).toBe('live');
  });

  it('brings a client from one snapshot to the other', () => {
    const codes = ['A', 'B', 'C', 'D'];
    const anyRoom = fc.tuple(
      fc.boolean(),
      fc.array(fc.tuple(fc.boolean(), fc.option(fc.nat(60))), { minLength: 4, maxLength: 4 }),
    );
    const roomOf = (offset: number, [isLive, states]: [boolean, [boolean, number | null][]]): RoomSnapshot =>
      room(
        offset,
        states.map(([isConnected, headCount], index) =>
          classroom(codes[index] ?? '', { connected: isConnected, headCount }),
        ),
        {
          lessonState: isLive ? 'live' : 'confirmed',
        },
      );
    fc.assert(
      fc.property(anyRoom, anyRoom, (first, second) => {
        const [earlier, later] = [roomOf(1, first), roomOf(9, second)];
        expect(applyDelta(earlier, deltaOf(earlier, later))).toEqual({ ok: true, value: later });
      }),
    );
  });

  it('adds a classroom the room did not have', () => {
    const more = room(5, [...quiet.classrooms, classroom('AK2', connected)]);
    expect(applyDelta(quiet, deltaOf(quiet, more))).toEqual({ ok: true, value: more });
  });

  it('changes nothing when it comes twice', () => {
    expect(applyDelta(joined, deltaOf(quiet, joined))).toEqual({ ok: true, value: joined });
    const left = room(6, quiet.classrooms);
    expect(applyDelta(left, deltaOf(quiet, joined))).toEqual({ ok: true, value: left });
  });

  it('is refused after a gap', () => {
    const later = deltaOf(joined, room(6, joined.classrooms));
    expect(applyDelta(quiet, later)).toEqual({ ok: false, refusal: { kind: 'gap', have: 4, need: 5 } });
  });

  it('is refused from another epoch', () => {
    const other = { ...deltaOf(quiet, joined), epoch: 'e2' };
    expect(applyDelta(quiet, other)).toEqual({ ok: false, refusal: { kind: 'other-epoch', have: 'e1', got: 'e2' } });
  });
});
