import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { InputOf, inviteToActivity } from '@qinglan/contracts';
import { type Actor, mayKeepActivity, type Temporal } from '@qinglan/domain';
import { ActivityInviter } from './activity.inviter';
import { ActivityPlacer } from './activity.placer';
import { ActivityQueries } from './activity.queries';
import { ActivityViewer } from './activity.viewer';

type Given = InputOf<typeof inviteToActivity>;

/** Changes who is asked to a meeting that has not begun: who comes in has to be free, who goes is free again. */
@Injectable()
export class InviteToActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly activities: ActivityQueries,
    private readonly placer: ActivityPlacer,
    private readonly inviter: ActivityInviter,
    private readonly viewer: ActivityViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return settled(() =>
      this.transactions.write(async (tx) => {
        await this.invite(tx, actor, { given, now });
        return this.viewer.view(tx, actor, { activityId: given.params.activityId, now });
      }),
    );
  }

  private async invite(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    const { activityId } = given.params;
    const known = orNotFound(await this.activities.find(tx, activityId));
    allowOrHide(mayKeepActivity(actor, known));
    const personIds = [...new Set(given.body.personIds)];
    const everybody = [...new Set([...known.personIds, ...personIds])];
    const parties = await this.placer.lock(tx, { ...known, personIds: everybody });
    // Whoever changed it since `known` was read also changed its version.
    const activity = await this.activities.lock(tx, activityId);
    if (activity.version !== given.version) throw new Refused('stale');
    await this.inviter.invite(tx, actor, { activity, personIds, parties, now });
  }
}
