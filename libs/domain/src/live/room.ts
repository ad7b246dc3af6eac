import { accept, refuse, type ClassroomId, type Result } from '../kernel';
import type { LessonState } from '../scheduling';

/** One classroom as the room shows it; since is an instant as text, because a room is sent as it stands. */
export interface RoomClassroom {
  readonly classroomId: ClassroomId;
  readonly connected: boolean;
  readonly since: string | null;
  readonly headCount: number | null;
}

/** The whole room at one point of its log. */
export interface RoomSnapshot {
  /** Changes when the log begins anew. */
  readonly epoch: string;
  /** Counts the changes since. */
  readonly offset: number;
  readonly lessonState: LessonState;
  readonly classrooms: readonly RoomClassroom[];
}

/** What changed between two points of the log; what did not is left out. */
export interface RoomDelta {
  readonly epoch: string;
  readonly fromOffset: number;
  readonly offset: number;
  readonly lessonState?: LessonState;
  readonly classrooms: readonly RoomClassroom[];
}

/** The delta does not follow on what the client has: it must ask for what lies between, or for the snapshot. */
export type DeltaRefusal =
  | { readonly kind: 'gap'; readonly have: number; readonly need: number }
  | { readonly kind: 'other-epoch'; readonly have: string; readonly got: string };

const isSame = (a: RoomClassroom, b: RoomClassroom): boolean =>
  a.connected === b.connected && a.since === b.since && a.headCount === b.headCount;

/** What a client at the first snapshot needs to stand at the second, of the same epoch. */
export function deltaOf(earlier: RoomSnapshot, later: RoomSnapshot): RoomDelta {
  const known = new Map(earlier.classrooms.map((classroom) => [classroom.classroomId, classroom]));
  const classrooms = later.classrooms.filter((classroom) => {
    const was = known.get(classroom.classroomId);
    return !was || !isSame(was, classroom);
  });
  const delta = { epoch: later.epoch, fromOffset: earlier.offset, offset: later.offset, classrooms };
  return earlier.lessonState === later.lessonState ? delta : { ...delta, lessonState: later.lessonState };
}

/** A delta that follows is taken, one already known changes nothing, one that leaves a gap is refused. */
export function applyDelta(room: RoomSnapshot, delta: RoomDelta): Result<RoomSnapshot, DeltaRefusal> {
  if (delta.epoch !== room.epoch) return refuse({ kind: 'other-epoch', have: room.epoch, got: delta.epoch });
  if (delta.offset <= room.offset) return accept(room);
  if (delta.fromOffset > room.offset) return refuse({ kind: 'gap', have: room.offset, need: delta.fromOffset });
  const changed = new Map(delta.classrooms.map((classroom) => [classroom.classroomId, classroom]));
  const kept = room.classrooms.map((classroom) => changed.get(classroom.classroomId) ?? classroom);
  const known = new Set(room.classrooms.map((classroom) => classroom.classroomId));
  const added = delta.classrooms.filter((classroom) => !known.has(classroom.classroomId));
  const lessonState = delta.lessonState ?? room.lessonState;
  return accept({ epoch: room.epoch, offset: delta.offset, lessonState, classrooms: [...kept, ...added] });
}
