import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { InputOf, moveActivity } from '@qinglan/contracts';
import { type Actor, mayKeepActivity, type Temporal } from '@qinglan/domain';
import { ActivityMover } from './activity.mover';
import { ActivityPlacer } from './activity.placer';
import { ActivityQueries } from './activity.queries';
import { ActivityViewer } from './activity.viewer';

type Given = InputOf<typeof moveActivity>;

/** Moves a meeting to another time, if everybody is free then. */
@Injectable()
export class MoveActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly activities: ActivityQueries,
    private readonly placer: ActivityPlacer,
    private readonly mover: ActivityMover,
    private readonly viewer: ActivityViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return settled(() =>
      this.transactions.write(async (tx) => {
        await this.move(tx, actor, { given, now });
        return this.viewer.view(tx, actor, { activityId: given.params.activityId, now });
      }),
    );
  }

  private async move(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    const { activityId } = given.params;
    // Whoever changes who takes part changes the version too: read before the locks it is right, or this is stale.
    const known = orNotFound(await this.activities.find(tx, activityId));
    allowOrHide(mayKeepActivity(actor, known));
    const parties = await this.placer.lock(tx, known);
    const activity = await this.activities.lock(tx, activityId);
    if (activity.version !== given.version) throw new Refused('stale');
    await this.mover.move(tx, actor, { activity, to: given.body, parties, now });
  }
}
