import { LiveGateway, type LiveSocket, OnEvent } from '@qinglan/api-platform';
import { watchTimetable } from '@qinglan/contracts';
import { seesEverything } from '@qinglan/domain';
import { everySchool, partnersRoom, schoolRoom } from './rooms';

/** Who wants to hear of changes in timetables. Rights that change end the session's sockets, so rooms need no second look. */
@LiveGateway()
export class TimetableGateway {
  @OnEvent(watchTimetable)
  watch(socket: LiveSocket) {
    const { actor } = socket.data.session;
    const partnerIds = [...actor.partnerSchoolIds];
    const near = [schoolRoom(actor.schoolId), ...partnerIds.map(partnersRoom)];
    void socket.join(seesEverything(actor) ? everySchool : near);
    return { schoolIds: [actor.schoolId, ...partnerIds] };
  }
}
