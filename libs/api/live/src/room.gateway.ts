import type { OnGatewayDisconnect } from '@nestjs/websockets';
import { type BodyOf, LiveGateway, type LiveSocket, OnEvent } from '@qinglan/api-platform';
import { beat, catchUp, countHeads, enterRoom, leaveRoom } from '@qinglan/contracts';
import { CatchUp } from './catch-up';
import { CountHeads } from './count-heads';
import { EnterRoom } from './enter-room';
import { HearBeat } from './hear-beat';
import { LeaveRoom } from './leave-room';
import { lessonRoom } from './rooms';
import { Seats } from './seats';

/** The lesson room's door. */
@LiveGateway()
export class RoomGateway implements OnGatewayDisconnect<LiveSocket> {
  constructor(
    private readonly enterRoom: EnterRoom,
    private readonly hearBeat: HearBeat,
    private readonly catchUp: CatchUp,
    private readonly leaveRoom: LeaveRoom,
    private readonly countHeads: CountHeads,
    private readonly seats: Seats,
  ) {}

  @OnEvent(enterRoom)
  enter(socket: LiveSocket, wish: BodyOf<typeof enterRoom>) {
    const { actor } = socket.data.session;
    return this.enterRoom.execute(
      { actor, socketId: socket.id, join: () => socket.join(lessonRoom(wish.lessonId)) },
      wish,
    );
  }

  @OnEvent(beat)
  beat(socket: LiveSocket, { lessonId }: BodyOf<typeof beat>) {
    return this.hearBeat.execute(socket.id, lessonId);
  }

  @OnEvent(catchUp)
  whatCameAfter(socket: LiveSocket, { lessonId, since }: BodyOf<typeof catchUp>) {
    return this.catchUp.execute(socket.data.session.actor, lessonId, since);
  }

  @OnEvent(countHeads)
  count(socket: LiveSocket, count: BodyOf<typeof countHeads>) {
    return this.countHeads.execute(socket.data.session.actor, count);
  }

  @OnEvent(leaveRoom)
  async leave(socket: LiveSocket, { lessonId }: BodyOf<typeof leaveRoom>) {
    void socket.leave(lessonRoom(lessonId));
    const place = this.seats.leave(socket.id, lessonId);
    if (place) await this.leaveRoom.execute(place, 'now');
    return {};
  }

  /** After everything the tab said: an entry may still be under way when the link breaks. */
  handleDisconnect(socket: LiveSocket, reason?: string): void {
    const leaving = reason === 'ping timeout' ? 'some-time-ago' : 'now';
    void socket.data.conversation.afterwards(async () => {
      for (const place of this.seats.leaveAll(socket.id)) await this.leaveRoom.execute(place, leaving);
    });
  }
}
