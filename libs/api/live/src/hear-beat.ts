import { Injectable } from '@nestjs/common';
import { Refused, Transactions } from '@qinglan/api-platform';
import type { LessonId } from '@qinglan/domain';
import { KeepPresence } from './keep-presence';
import { type Position, RoomQueries } from './room.queries';
import { Seats } from './seats';

/** A tab says that it is still there, and learns where the room stands. */
@Injectable()
export class HearBeat {
  constructor(
    private readonly transactions: Transactions,
    private readonly seats: Seats,
    private readonly keepPresence: KeepPresence,
    private readonly room: RoomQueries,
  ) {}

  async execute(socketId: string, lessonId: LessonId): Promise<Position> {
    const classroomId = this.seats.asOf(socketId, lessonId);
    // A tab that never entered, or whose server was replaced: it has to enter.
    if (classroomId === undefined) throw new Refused('not-found');
    if (classroomId) await this.keepPresence.execute({ lessonId, classroomId });
    return this.transactions.read((read) => this.room.position(read, lessonId));
  }
}
