import { inject, Injectable, signal } from '@angular/core';
import {
  cancelActivity,
  correctActivity,
  moveActivity,
  readActivity,
  readActivityHistory,
  recordActivity,
} from '@qinglan/contracts';
import type { ActivityId, PersonId } from '@qinglan/domain';
import { ApiClient, followMentoring, isProblem, paged, remote } from '@qinglan/web-platform';
import type { Activity } from './shapes';

/** One activity and its history. */
@Injectable()
export class ActivityStore {
  private readonly api = inject(ApiClient);

  readonly activityId = signal<ActivityId | null>(null);

  readonly activity = remote(() => {
    const activityId = this.activityId();
    return activityId ? this.api.call(readActivity, { params: { activityId } }) : undefined;
  });
  readonly history = paged((after) => {
    const activityId = this.activityId();
    return activityId ? this.api.call(readActivityHistory, { params: { activityId }, query: { after } }) : undefined;
  });

  constructor() {
    let isFirst = true;
    followMentoring(() => {
      if (!isFirst) void this.reload();
      isFirst = false;
    });
  }

  async reload(): Promise<void> {
    await Promise.all([this.activity.reload(), this.history.reload()]);
  }

  async take(changed: Activity): Promise<void> {
    this.activity.put(changed);
    await this.history.reload();
  }

  move(
    { id, version }: Activity,
    body: { readonly startsAt: string; readonly minutes: number; readonly reason: string },
  ): Promise<void> {
    return this.change(this.api.call(moveActivity, { params: { activityId: id }, version, body }));
  }

  cancel({ id, version }: Activity, reason: string): Promise<void> {
    return this.change(this.api.call(cancelActivity, { params: { activityId: id }, version, body: { reason } }));
  }

  correct(
    { id, version }: Activity,
    body: { readonly presentIds: PersonId[]; readonly summary: string; readonly reason: string },
  ): Promise<void> {
    return this.change(this.api.call(correctActivity, { params: { activityId: id }, version, body }));
  }

  record(
    { id, version }: Activity,
    body: { readonly presentIds: PersonId[]; readonly summary: string },
  ): Promise<void> {
    return this.change(this.api.call(recordActivity, { params: { activityId: id }, version, body }));
  }

  /** If somebody was quicker, theirs is shown. */
  private async change(call: Promise<Activity>): Promise<void> {
    try {
      await this.take(await call);
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'activity-closed')) await this.reload();
      throw error;
    }
  }
}
