import type { RoomChange, RoomDelta, RoomSnapshot } from '@qinglan/contracts';
import { accept, applyDelta, type DeltaRefusal, type Result, type RoomClassroom } from '@qinglan/domain';

type Held = RoomSnapshot['classrooms'][number];

/** The room after a delta from the wire; a delta that leaves a gap is refused, as the domain says. */
export function takeDelta(room: RoomSnapshot, delta: RoomDelta): Result<RoomSnapshot, DeltaRefusal> {
  const { epoch, fromOffset, offset, changes } = delta;
  const lessonState = changes.reduce(
    (state, change) => (change.of === 'lesson' ? change.lessonState : state),
    room.lessonState,
  );
  const classrooms = changedClassrooms(room, changes);
  const applied = applyDelta(room, { epoch, fromOffset, offset, classrooms, lessonState });
  if (!applied.ok) return applied;
  const after = new Map(applied.value.classrooms.map((one) => [one.classroomId, one]));
  return accept({
    ...room,
    offset: applied.value.offset,
    lessonState: applied.value.lessonState,
    classrooms: room.classrooms.map((one) => ({ ...one, ...after.get(one.classroomId) })),
  });
}

/** Takes several in order; stops at the first that does not follow. */
export function takeDeltas(room: RoomSnapshot, deltas: readonly RoomDelta[]): Result<RoomSnapshot, DeltaRefusal> {
  let at: Result<RoomSnapshot, DeltaRefusal> = accept(room);
  for (const delta of deltas) if (at.ok) at = takeDelta(at.value, delta);
  return at;
}

/** The classrooms that the changes touch, as they stand after all of them. */
function changedClassrooms(room: RoomSnapshot, changes: readonly RoomChange[]): readonly RoomClassroom[] {
  const touched = new Map<string, Held>();
  for (const change of changes) {
    if (change.of === 'lesson') continue;
    const was =
      touched.get(change.classroomId) ?? room.classrooms.find((one) => one.classroomId === change.classroomId);
    if (was) touched.set(change.classroomId, changed(was, change));
  }
  return [...touched.values()];
}

const changed = (was: Held, change: Exclude<RoomChange, { of: 'lesson' }>): Held =>
  change.of === 'count'
    ? { ...was, headCount: change.headCount }
    : { ...was, connected: change.connected, since: change.since };
