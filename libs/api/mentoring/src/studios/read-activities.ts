import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, listMyActivities, listStudioActivities } from '@qinglan/contracts';
import { type Actor, type ActivityId, maySeeActivity } from '@qinglan/domain';
import { ActivityListQueries } from './activity-list.queries';
import { ActivityQueries, type AskedHistory } from './activity.queries';
import { ActivityViewer } from './activity.viewer';
import { StudioQueries } from './studio.queries';

/** Shows activities: a studio's to everybody, where and with whom to those who may know. */
@Injectable()
export class ReadActivities {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioQueries,
    private readonly list: ActivityListQueries,
    private readonly activities: ActivityQueries,
    private readonly viewer: ActivityViewer,
  ) {}

  mine(actor: Actor, query: InputOf<typeof listMyActivities>['query']): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.list.mine(read, actor, { query, now }));
  }

  ofStudio(
    actor: Actor,
    { params, query }: Pick<InputOf<typeof listStudioActivities>, 'params' | 'query'>,
  ): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read(async (read) => {
      const { studioId } = await this.studios.facts(read, params.studioId);
      return this.list.ofStudio(read, actor, { studioId, query, now });
    });
  }

  one(actor: Actor, activityId: ActivityId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { activityId, now }));
  }

  history(actor: Actor, asked: AskedHistory): Promise<string> {
    return this.transactions.read(async (read) => {
      const activity = orNotFound(await this.activities.find(read, asked.params.activityId));
      allowOrHide(maySeeActivity(actor, activity));
      return this.activities.history(read, asked);
    });
  }
}
