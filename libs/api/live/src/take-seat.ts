import { Injectable } from '@nestjs/common';
import type { ClassroomId, LessonId } from '@qinglan/domain';
import { KeepPresence } from './keep-presence';
import { LeaveRoom } from './leave-room';
import { Seats } from './seats';

/** A tab that was let in sits down as a classroom or as nobody; a seat it had as another classroom is given up. */
@Injectable()
export class TakeSeat {
  constructor(
    private readonly seats: Seats,
    private readonly keepPresence: KeepPresence,
    private readonly leaveRoom: LeaveRoom,
  ) {}

  async execute(
    socketId: string,
    { lessonId, classroomId }: { readonly lessonId: LessonId; readonly classroomId: ClassroomId | null },
  ): Promise<void> {
    const left = this.seats.take(socketId, lessonId, classroomId);
    if (left) await this.leaveRoom.execute(left, 'now');
    if (classroomId) await this.keepPresence.execute({ lessonId, classroomId });
  }
}
