import { Injectable } from '@nestjs/common';
import { allowOrHide, extendJson, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  type ActivityId,
  before,
  isAllowed,
  mayKeepActivity,
  maySeeActivity,
  type Temporal,
} from '@qinglan/domain';
import { ActivityQueries } from './activity.queries';

/** Shows an activity with what its reader may do; asks whether the reader may see it. */
@Injectable()
export class ActivityViewer {
  constructor(private readonly activities: ActivityQueries) {}

  async view(
    read: Read,
    actor: Actor,
    { activityId, now }: { readonly activityId: ActivityId; readonly now: Temporal.Instant },
  ): Promise<string> {
    const activity = await this.activities.shown(read, actor, activityId);
    allowOrHide(maySeeActivity(actor, activity));
    const keeps = isAllowed(mayKeepActivity(actor, activity));
    const mayKeep = activity.state === 'scheduled' && keeps;
    return extendJson(activity.view, {
      mayKeep,
      mayRecord: mayKeep && !before(now, activity.endsAt),
      mayInvite: mayKeep && before(now, activity.startsAt),
      mayCorrect: activity.state === 'held' && keeps,
    });
  }
}
