import { LiveGateway, type LiveSocket, OnEvent } from '@qinglan/api-platform';
import { watchMentoring } from '@qinglan/contracts';
import { personRoom } from './rooms';

/** Who wants to hear that something of theirs in mentoring changed. */
@LiveGateway()
export class MentoringGateway {
  @OnEvent(watchMentoring)
  watch(socket: LiveSocket) {
    void socket.join(personRoom(socket.data.session.actor.personId));
    return {};
  }
}
