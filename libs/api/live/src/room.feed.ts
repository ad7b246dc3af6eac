import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Sockets } from '@qinglan/api-platform';
import { type RoomChange, roomChanged, type RoomDelta } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { Bursts } from './burst';
import { lessonRoom } from './rooms';

/** One row of a room's log, just committed. */
export interface Logged {
  readonly lessonId: LessonId;
  readonly epoch: string;
  readonly offset: number;
  readonly changes: readonly RoomChange[];
}

const thing = (change: RoomChange) => (change.of === 'lesson' ? change.of : `${change.of} ${change.classroomId}`);

/** Of several changes of one thing only the last is news. */
function merged(batch: readonly Logged[]): RoomDelta | null {
  const inOrder = [...batch].sort((a, b) => a.offset - b.offset);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return null;
  const newest = new Map(inOrder.flatMap((logged) => logged.changes).map((change) => [thing(change), change]));
  const { lessonId, epoch, offset } = last;
  return { lessonId, epoch, offset, fromOffset: first.offset - 1, changes: [...newest.values()] };
}

/** Tells a room what was logged. What gets lost on the way, or overtakes, is caught up by offset. */
@Injectable()
export class RoomFeed implements OnApplicationShutdown {
  private readonly bursts = new Bursts<Logged>((batch) => this.send(batch));

  constructor(private readonly sockets: Sockets) {}

  push(logged: Logged): void {
    this.bursts.push(logged.lessonId, logged);
  }

  onApplicationShutdown(): void {
    this.bursts.stop();
  }

  private send(batch: readonly Logged[]): void {
    const newest = batch.at(-1);
    const delta = merged(batch.filter((logged) => logged.epoch === newest?.epoch));
    if (delta) this.sockets.tell({ to: [lessonRoom(delta.lessonId)] }, roomChanged, delta);
  }
}
